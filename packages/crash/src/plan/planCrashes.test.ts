import { failPoints } from './Crash';
import { planCrashes } from './planCrashes';

describe('planCrashes', () => {
  it('tries each point as often as it is asked to, at its first passage at least once', () => {
    const crashes = planCrashes({ seed: 1, eachPoint: 3, random: 0 });
    for (const point of failPoints) {
      const tried = crashes.filter(
        crash => crash.kind === 'point' && crash.point === point,
      );
      expect(tried).toHaveLength(3);
      expect(tried[0]).toEqual({ kind: 'point', point, skip: 0 });
    }
  });

  it('is the same again for the same seed, and another for another', () => {
    const plan = (seed: number) =>
      planCrashes({ seed, eachPoint: 0, random: 20 });
    expect(plan(7)).toEqual(plan(7));
    expect(plan(7)).not.toEqual(plan(8));
  });

  it('spreads its moments over the work of the portal, and has some fall into its start', () => {
    const moments = planCrashes({ seed: 1, eachPoint: 0, random: 200 });
    const since = (when: string) =>
      moments.flatMap(crash =>
        crash.kind === 'time' && crash.since === when ? [crash.afterMs] : [],
      );
    expect(since('start').length).toBeGreaterThan(10);
    expect(Math.min(...since('ready'))).toBeLessThan(100);
    expect(Math.max(...since('ready'))).toBeGreaterThan(2_400);
  });
});
