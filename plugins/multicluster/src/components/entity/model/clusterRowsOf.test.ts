import { buildTarget } from '../../../__testUtils__/buildTarget';
import { buildWorkload } from '../../../__testUtils__/buildWorkload';
import { clusterRowsOf } from './clusterRowsOf';

const service: Parameters<typeof buildTarget>[1] = {
  axes: { health: 'not-modelled' },
  replicas: {},
  versions: [],
};

describe('clusterRowsOf', () => {
  it('makes one row of all workloads on a cluster, the one that fares worst first', () => {
    const [row] = clusterRowsOf([
      buildWorkload('web', [buildTarget('m1')]),
      buildWorkload('worker', [
        buildTarget('m1', {
          axes: { health: 'unhealthy' },
          replicas: { desired: 3, ready: 1 },
        }),
      ]),
    ]);
    expect(row).toMatchObject({
      state: 'unhealthy',
      replicas: { desired: 5, ready: 3 },
    });
    expect(row.parts[0].name).toBe('worker');
  });

  it('lets a Service that nobody can judge not hide that the Deployment is healthy', () => {
    const [row] = clusterRowsOf([
      buildWorkload('web', [buildTarget('m1', service)], {
        kind: 'Service',
      }),
      buildWorkload('web', [buildTarget('m1')]),
    ]);
    expect(row.state).toBe('healthy');
    expect(row.versions).toHaveLength(1);
    expect(row.versionKnowledge).toBe('known');
  });

  it('keeps clusters of the same name at two control planes apart', () => {
    const rows = clusterRowsOf([
      buildWorkload('web', [buildTarget('m1')], { controlPlane: 'a' }),
      buildWorkload('web', [buildTarget('m1')], { controlPlane: 'b' }),
    ]);
    expect(rows.map(row => row.controlPlane)).toEqual(['a', 'b']);
  });

  it('counts trouble from when it began and calm from when the last came to it', () => {
    const at = (hour: number) => `2026-11-20T0${hour}:00:00Z`;
    const on = (hours: number[], axes = {}) =>
      clusterRowsOf(
        hours.map(hour =>
          buildWorkload(`w${hour}`, [
            buildTarget('m1', { since: at(hour), axes }),
          ]),
        ),
      )[0].since;
    expect(on([1, 3, 2])).toBe(at(3));
    expect(on([3, 1, 2], { health: 'unhealthy' })).toBe(at(1));
  });

  it('says at least where nobody saw the one begin that counts', () => {
    const sinceOf = (...sinceAtLeast: Array<boolean | undefined>) =>
      clusterRowsOf(
        sinceAtLeast.map((atLeast, hour) =>
          buildWorkload(`w${hour}`, [
            buildTarget('m1', {
              since: `2026-11-20T0${hour}:00:00Z`,
              sinceAtLeast: atLeast,
            }),
          ]),
        ),
      )[0];

    expect(sinceOf(true, undefined).sinceAtLeast).toBeFalsy();
    expect(sinceOf(undefined, true)).toMatchObject({
      since: '2026-11-20T01:00:00Z',
      sinceAtLeast: true,
    });
  });

  it('takes a row as last known when any part of it is, since then', () => {
    const since = '2026-11-20T01:00:00Z';
    const [row] = clusterRowsOf([
      buildWorkload('web', [buildTarget('m1')]),
      buildWorkload('worker', [
        buildTarget('m1', { freshness: { state: 'last-known', since } }),
      ]),
    ]);
    expect(row).toMatchObject({ lastKnown: true, since });
  });

  it('never adds up what nobody reports to a zero', () => {
    const [row] = clusterRowsOf([
      buildWorkload('web', [buildTarget('m1', service)], { kind: 'Service' }),
    ]);
    expect(row.replicas).toEqual({});
  });

  it('does not count copies on their way out beside those that are wanted', () => {
    const leaving = { lifecycle: 'evicting' } as const;
    const [row] = clusterRowsOf([
      buildWorkload('web', [buildTarget('m1')]),
      buildWorkload('worker', [
        buildTarget('m1', { axes: leaving, replicas: { ready: 3 } }),
      ]),
    ]);
    expect(row.replicas).toMatchObject({ desired: 2, ready: 2 });
  });

  it('says that a version is not known when that of any workload with an image is not', () => {
    const [row] = clusterRowsOf([
      buildWorkload('web', [
        buildTarget('m1', { versionKnowledge: 'overridden' }),
      ]),
      buildWorkload('web', [buildTarget('m1', service)], { kind: 'Service' }),
    ]);
    expect(row.versionKnowledge).toBe('overridden');
  });
});
