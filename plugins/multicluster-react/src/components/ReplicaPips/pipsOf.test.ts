import fc from 'fast-check';
import { Pip, pipsOf } from './pipsOf';

const short: Record<Pip, string> = {
  ready: 'r',
  updating: 'u',
  missing: '-',
  surplus: '+',
};

describe('pipsOf', () => {
  it.each([
    [{ desired: 4, ready: 2 }, false, 'rr--'],
    [{ desired: 3, ready: 3, updated: 1 }, true, 'urr'],
    [{ desired: 3, ready: 3, updated: 1 }, false, 'rrr'],
    [{ desired: 2, ready: 3 }, false, 'rr+'],
    [{ desired: 2, ready: 0, updated: 2 }, true, '--'],
    [{ ready: 2 }, false, 'rr'],
    [{ desired: 0, ready: 0 }, false, ''],
    [{ desired: 12, ready: 12 }, false, 'rrrrrrrrrrrr'],
    [{ desired: 13, ready: 12 }, false, undefined],
    [{}, false, undefined],
  ] as const)('draws %j, rolling out %s, as %s', (counts, rolling, drawn) => {
    const pips = pipsOf(counts, rolling);
    expect(pips?.map(pip => short[pip]).join('')).toBe(drawn);
  });

  it('always shows as many ready copies as there are', () => {
    const count = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(
        count,
        count,
        count,
        fc.boolean(),
        (desired, ready, updated, rolling) => {
          const pips = pipsOf({ desired, ready, updated }, rolling) ?? [];
          expect(pips.filter(pip => pip !== 'missing')).toHaveLength(ready);
          expect(pips).toHaveLength(Math.max(desired, ready));
        },
      ),
    );
  });
});
