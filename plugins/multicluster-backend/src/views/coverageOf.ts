import {
  ClusterState,
  Coverage,
  CoverageProblem,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { isUntrustedLane } from './health/isUntrustedLane';
import { FleetHealth, LaneHealth } from './health/SourceHealth';
import { toIso } from './toIso';

/** A cluster that an answer is about. */
export interface CoveredCluster {
  controlPlane: string;
  name: string;
  present: boolean;
  state: ClusterState;
  stateSince: number;
}

/**
 * How many of the clusters that an answer is about were really read.
 *
 * @remarks
 * A cluster that never reported, or of which only the name is known, is not seen. `total` is null while a source was never
 * read to the end: it may hold clusters nobody knows of.
 *
 * @param laneIds - lanes that what is shown was read through
 */
export function coverageOfClusters(
  clusters: Iterable<CoveredCluster>,
  laneIds: Iterable<number>,
  health: FleetHealth,
): Coverage {
  const distinct = new Map(
    [...clusters].map(item => [`${item.controlPlane}/${item.name}`, item]),
  );
  const lanes = [...new Set(laneIds)].flatMap(id => health.lanes.get(id) ?? []);
  const untrusted = new Set(
    lanes.filter(isUntrustedLane).map(lane => lane.controlPlane),
  );
  let seen = 0;
  let stale = 0;
  for (const cluster of distinct.values()) {
    if (cluster.present && cluster.state !== 'never-reported') {
      seen++;
      const lost =
        cluster.state !== 'ready' || untrusted.has(cluster.controlPlane);
      stale += lost ? 1 : 0;
    }
  }
  return {
    seen,
    total: health.sources.every(source => source.everRead)
      ? distinct.size
      : null,
    stale,
    ...oldestOf(lanes),
    problems: [
      ...health.sources.flatMap(source => source.problems),
      ...[...distinct.values()].flatMap(clusterProblem),
    ],
  };
}

/** When the oldest of some lanes was last heard of. */
export function oldestOf(lanes: LaneHealth[]): { oldest?: string } {
  const contacts = lanes.flatMap(lane => lane.contactAt ?? []);
  return contacts.length > 0 ? { oldest: toIso(Math.min(...contacts)) } : {};
}

function clusterProblem(cluster: CoveredCluster): CoverageProblem[] {
  if (cluster.present && cluster.state === 'ready') {
    return [];
  }
  const state = cluster.present ? cluster.state : 'unavailable';
  return [
    {
      source: cluster.controlPlane,
      subject: cluster.name,
      code: codeOf(state),
      sentence: sentence(
        `view.cluster.${state === 'ready' ? 'unavailable' : state}`,
        { cluster: cluster.name },
      ),
      since: toIso(cluster.stateSince),
    },
  ];
}

function codeOf(state: ClusterState): CoverageProblem['code'] {
  switch (state) {
    case 'never-reported':
      return 'never-reported';
    case 'unreachable':
      return 'unreachable';
    case 'unavailable':
      return 'incomplete';
    default:
      return 'not-ready';
  }
}
