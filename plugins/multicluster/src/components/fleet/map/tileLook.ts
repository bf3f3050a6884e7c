import {
  FleetTile,
  PlacementState,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  StateLook,
  stateLook,
} from '@fairway/backstage-plugin-multicluster-react';
import { clusterLook } from './clusterLook';

const quiet: ReadonlySet<PlacementState> = new Set(['healthy', 'applied']);

/**
 * Shape and colour of a tile: the cluster's own state first, and while that is fine, the worst of what runs there. The
 * other way round a lost cluster would look like the last thing its workloads reported.
 */
export function tileLook(tile: FleetTile): StateLook {
  if (tile.state === 'ready' && tile.worst && !quiet.has(tile.worst)) {
    const look = stateLook(tile.worst);
    // Octagons are for lost clusters: one sick workload among hundreds on a cluster that is well must not look the same.
    return look.tone === 'bad' ? { shape: 'warn', tone: 'warn' } : look;
  }
  return clusterLook(tile);
}
