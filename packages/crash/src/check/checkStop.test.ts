import { checkStop } from './checkStop';

const stop = { sources: ['tool'], from: 10, to: 20 } as const;

describe('checkStop', () => {
  it.each([
    ['it came before the stop held', { at: 9, source: 'tool' }],
    ['it came after the stop was lifted', { at: 21, source: 'tool' }],
    ['it is of no source that is stopped', { at: 15, source: 'plane' }],
  ] as const)('finds nothing wrong where %s', (_, sent) => {
    expect(checkStop(stop, [{ ...sent, run: 'r1' }])).toEqual([]);
  });

  it('tells what was sent while the line was stopped', () => {
    expect(checkStop(stop, [{ at: 15, source: 'tool', run: 'r1' }])).toEqual([
      { rule: 'passed-stop', run: 'r1' },
    ]);
    const all = { ...stop, sources: ['tool', 'plane'] } as const;
    expect(checkStop(all, [{ at: 11, source: 'plane', run: 'c1' }])).toEqual([
      { rule: 'passed-stop', run: 'c1' },
    ]);
  });
});
