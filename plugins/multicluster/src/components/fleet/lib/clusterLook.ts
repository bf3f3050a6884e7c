import {
  ClusterState,
  FleetTile,
  PlacementState,
} from '@fairway/backstage-plugin-multicluster-common';
import { Look } from './Look';
import { targetLook } from './targetLook';

const looks: Record<ClusterState, Look> = {
  ready: { tone: 'ok', shape: 'check' },
  'not-ready': { tone: 'bad', shape: 'octagon' },
  unreachable: { tone: 'bad', shape: 'octagon' },
  'never-reported': { tone: 'stale', shape: 'clock' },
  leaving: { tone: 'stale', shape: 'out' },
  unavailable: { tone: 'stale', shape: 'question' },
};

/** Shape and colour of a cluster's own state. A cluster that nobody expects to be always there is never alarming. */
export function clusterLook(
  cluster: Pick<FleetTile, 'state' | 'intermittent'>,
): Look {
  const look = looks[cluster.state] ?? looks.unavailable;
  return cluster.intermittent && look.tone === 'bad'
    ? { tone: 'stale', shape: 'clock' }
    : look;
}

const quiet: ReadonlySet<PlacementState> = new Set(['healthy', 'applied']);

/**
 * Shape and colour of a tile: the cluster's own state first, and while that is fine, the worst of what runs there. Without
 * the order a lost cluster would look like the last thing its workloads reported.
 */
export function tileLook(tile: FleetTile): Look {
  if (tile.state === 'ready' && tile.worst && !quiet.has(tile.worst)) {
    return targetLook(tile.worst);
  }
  return clusterLook(tile);
}
