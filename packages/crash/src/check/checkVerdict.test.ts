import { checkVerdict } from './checkVerdict';

const sound = { code: 0, entries: 7, findings: [] };
const edited = { kind: 'edited', seq: 3, text: 'Entry 3 was edited' };

describe('checkVerdict', () => {
  it('finds nothing wrong where everything is as it was written', () => {
    expect(checkVerdict(sound)).toEqual([]);
  });

  it.each([
    [
      'what was edited',
      { ...sound, code: 1, findings: [edited] },
      'edited at entry 3',
    ],
    [
      'that the look did not end well',
      { ...sound, code: 2 },
      '7 entries, ended with 2',
    ],
    [
      'that there was nothing to look at',
      { ...sound, entries: 0 },
      '0 entries, ended with 0',
    ],
  ])('tells %s', (_, verdict, what) => {
    expect(checkVerdict(verdict)).toEqual([
      { rule: 'broken-trail', run: what },
    ]);
  });
});
