import {
  Fleet,
  FleetTile,
} from '@fairway/backstage-plugin-multicluster-common';
import { tileLook } from './tileLook';

/** What the foot of the Fleet page counts. */
export interface FleetTally {
  total: number;
  ready: number;
  /** Not ready or unreachable, and expected to be there. */
  lost: number;
  /** Not ready or unreachable, and expected to be away now and then. */
  intermittentQuiet: number;
  neverReported: number;
  leaving: number;
  /** Readiness could not be read at all. */
  unavailable: number;
  /** Ready clusters on which something is unhealthy or could not be applied. */
  trouble: number;
  /** Ready clusters on which something is rolling out and nothing is worse. */
  rolling: number;
}

function isGone(tile: FleetTile): boolean {
  return tile.state === 'not-ready' || tile.state === 'unreachable';
}

/** Counts the clusters of a fleet the way a person asks for them. */
export function fleetTally(fleet: Pick<Fleet, 'regions'>): FleetTally {
  const tiles = fleet.regions.flatMap(region => region.clusters);
  const count = (test: (tile: FleetTile) => boolean) =>
    tiles.filter(test).length;
  return {
    total: tiles.length,
    ready: count(tile => tile.state === 'ready'),
    lost: count(tile => isGone(tile) && !tile.intermittent),
    intermittentQuiet: count(tile => isGone(tile) && !!tile.intermittent),
    neverReported: count(tile => tile.state === 'never-reported'),
    leaving: count(tile => tile.state === 'leaving'),
    unavailable: count(tile => tile.state === 'unavailable'),
    trouble: count(
      tile => tile.state === 'ready' && tileLook(tile).shape === 'warn',
    ),
    rolling: count(
      tile => tile.state === 'ready' && tileLook(tile).tone === 'run',
    ),
  };
}
