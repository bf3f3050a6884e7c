import { clusterLook, tileLook } from './clusterLook';

const base = { controlPlane: 'prod', name: 'member1' };

describe('tileLook', () => {
  it.each([
    [{ state: 'ready' as const }, 'ok', 'check'],
    [{ state: 'ready' as const, worst: 'applied' as const }, 'ok', 'check'],
    [{ state: 'ready' as const, worst: 'rolling-out' as const }, 'run', 'half'],
    [
      { state: 'ready' as const, worst: 'unhealthy' as const },
      'bad',
      'octagon',
    ],
    [{ state: 'ready' as const, worst: 'suspended' as const }, 'hold', 'pause'],
    // The state of a lost cluster outranks whatever its workloads last reported.
    [
      { state: 'not-ready' as const, worst: 'rolling-out' as const },
      'bad',
      'octagon',
    ],
    [{ state: 'unreachable' as const, intermittent: true }, 'stale', 'clock'],
    [{ state: 'never-reported' as const }, 'stale', 'clock'],
    [{ state: 'unavailable' as const }, 'stale', 'question'],
  ])('draws %p as %s %s', (tile, tone, shape) => {
    expect(tileLook({ ...base, ...tile })).toEqual({ tone, shape });
  });
});

describe('clusterLook', () => {
  it('draws a state of a newer back end as not read', () => {
    expect(clusterLook({ state: 'hibernating' as never })).toEqual({
      tone: 'stale',
      shape: 'question',
    });
  });
});
