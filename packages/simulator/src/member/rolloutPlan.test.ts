import fc from 'fast-check';
import { poolSize, rolloutPlan } from './rolloutPlan';

describe('a step of a rolling update', () => {
  it.each([
    [
      'one pod surges first',
      1,
      { size: 0, available: 0 },
      [{ size: 1, available: 1 }],
      { current: 1, old: [1] },
    ],
    [
      'and the old one goes when the new one serves',
      1,
      { size: 1, available: 1 },
      [{ size: 1, available: 1 }],
      { current: 1, old: [0] },
    ],
    [
      'an old pod that does not serve goes at once with the surge',
      1,
      { size: 1, available: 0 },
      [{ size: 1, available: 0 }],
      { current: 1, old: [1] },
    ],
    [
      'four pods may lack one',
      4,
      { size: 0, available: 0 },
      [{ size: 4, available: 4 }],
      { current: 1, old: [3] },
    ],
    [
      'nothing else to run grows to what is wanted',
      3,
      { size: 1, available: 1 },
      [],
      { current: 3, old: [] },
    ],
    [
      'and shrinks to it',
      2,
      { size: 5, available: 5 },
      [],
      { current: 2, old: [] },
    ],
  ])('%s', (_, wanted, current, old, expected) => {
    expect(
      rolloutPlan({
        wanted,
        maxSurge: poolSize('25%', wanted, 'up'),
        maxUnavailable: poolSize('25%', wanted, 'down'),
        current,
        old,
      }),
    ).toEqual(expected);
  });

  it('never has more than wanted plus surge, nor takes serving pods below what must be available', () => {
    const set = fc
      .tuple(fc.nat(8), fc.nat(8))
      .map(([a, b]) => ({ size: Math.max(a, b), available: Math.min(a, b) }));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        set,
        set,
        (wanted, current, old) => {
          const maxSurge = poolSize('25%', wanted, 'up');
          const maxUnavailable = poolSize('25%', wanted, 'down');
          const plan = rolloutPlan({
            wanted,
            maxSurge,
            maxUnavailable,
            current,
            old: [old],
          });
          const before = current.size + old.size;
          expect(plan.current + plan.old[0]).toBeLessThanOrEqual(
            Math.max(before, wanted + maxSurge),
          );
          const servingAfter =
            Math.min(plan.old[0], old.available) + current.available;
          const servingBefore = old.available + current.available;
          expect(servingAfter).toBeGreaterThanOrEqual(
            Math.min(
              servingBefore,
              wanted - maxUnavailable,
              plan.current + plan.old[0],
            ),
          );
        },
      ),
    );
  });
});
