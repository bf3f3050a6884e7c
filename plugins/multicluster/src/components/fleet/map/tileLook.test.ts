import { FleetTile } from '@fairway/backstage-plugin-multicluster-common';
import { tileLook } from './tileLook';

const base = { controlPlane: 'prod', name: 'member1' };

describe('tileLook', () => {
  it.each<[Partial<FleetTile> & Pick<FleetTile, 'state'>, string, string]>([
    [{ state: 'ready' }, 'ok', 'ok'],
    [{ state: 'ready', worst: 'applied' }, 'ok', 'ok'],
    [{ state: 'ready', worst: 'rolling-out' }, 'run', 'run'],
    [{ state: 'ready', worst: 'unhealthy' }, 'warn', 'warn'],
    [{ state: 'ready', worst: 'apply-failed' }, 'warn', 'warn'],
    [{ state: 'ready', worst: 'suspended' }, 'hold', 'hold'],
    // The state of a lost cluster outranks whatever its workloads last reported.
    [{ state: 'not-ready', worst: 'rolling-out' }, 'bad', 'bad'],
    [{ state: 'unreachable', intermittent: true }, 'stale', 'stale'],
    [{ state: 'never-reported' }, 'stale', 'stale'],
    [{ state: 'unavailable' }, 'stale', 'unknown'],
    [{ state: 'hibernating' as never }, 'stale', 'unknown'],
  ])('draws %p in %s as %s', (tile, tone, shape) => {
    expect(tileLook({ ...base, ...tile })).toEqual({ tone, shape });
  });
});
