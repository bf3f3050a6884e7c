import { checkLeft } from './checkLeft';

describe('checkLeft', () => {
  it('finds nothing wrong where every lane is held and nothing was released late', () => {
    expect(
      checkLeft(
        [{ at: 1, run: 'c1', kind: 'held' }],
        [{ name: 'lane-0', content: 'c1', holds: 'all' }],
      ),
    ).toEqual([]);
  });

  it('tells what was released after it was over, and lanes that are open in the end', () => {
    expect(
      checkLeft(
        [{ at: 1, run: 'c1', kind: 'opened', cluster: 'east' }],
        [
          { name: 'lane-0', content: 'c1', holds: ['west'] },
          { name: 'lane-1', content: 'c2', holds: 'none' },
        ],
      ),
    ).toEqual([
      { rule: 'unasked', run: 'c1', cluster: 'east' },
      { rule: 'open', run: 'c1' },
      { rule: 'open', run: 'c2' },
    ]);
  });
});
