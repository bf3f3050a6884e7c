import { failPoints } from './Crash';
import { planCrashes } from './planCrashes';

describe('planCrashes', () => {
  it.each([
    ['runs', failPoints],
    ['lanes', failPoints.filter(point => point !== 'after-answer')],
  ] as const)(
    'tries each point of the way of %s as often as it is asked to, at its first passage at least once',
    (among, points) => {
      const crashes = planCrashes({ seed: 1, eachPoint: 3, random: 0 }).flatMap(
        crash =>
          crash.kind === 'point' && crash.among === among ? [crash] : [],
      );
      expect(crashes).toHaveLength(3 * points.length);
      for (const point of points) {
        const tried = crashes.filter(crash => crash.point === point);
        expect(tried).toHaveLength(3);
        expect(tried[0]).toEqual({ kind: 'point', among, point, skip: 0 });
      }
    },
  );

  it('is the same again for the same seed, and another for another', () => {
    const plan = (seed: number) =>
      planCrashes({ seed, eachPoint: 0, random: 20 });
    expect(plan(7)).toEqual(plan(7));
    expect(plan(7)).not.toEqual(plan(8));
  });

  it('spreads its moments over the work of the portal and over its replicas, and has some fall into its start', () => {
    const moments = planCrashes({ seed: 1, eachPoint: 0, random: 200 }).flatMap(
      crash => (crash.kind === 'time' ? [crash] : []),
    );
    const since = (when: string) =>
      moments.flatMap(crash => (crash.since === when ? [crash.afterMs] : []));
    expect(since('start').length).toBeGreaterThan(10);
    expect(Math.min(...since('ready'))).toBeLessThan(100);
    expect(Math.max(...since('ready'))).toBeGreaterThan(2_400);
    const second = moments.filter(({ replica }) => replica % 2 === 1);
    expect(second.length).toBeGreaterThan(60);
    expect(second.length).toBeLessThan(140);
  });
});
