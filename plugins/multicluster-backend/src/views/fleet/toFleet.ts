import {
  ClusterState,
  Fleet,
  FleetRegion,
  FleetTile,
  placementStatesWorstFirst,
} from '@fairway/backstage-plugin-multicluster-common';
import { ClusterRecord } from '../clusters/ClusterRecord';
import { FleetTotals } from '../clusters/FleetBook';
import { ClusterPolicies } from '../platform/ClusterPolicies';

const CLUSTER_WORST_FIRST: ClusterState[] = [
  'unavailable',
  'unreachable',
  'not-ready',
  'never-reported',
  'leaving',
  'ready',
];

/** The fleet as regions with their clusters. */
export function toFleet(
  totals: FleetTotals,
  policies: ClusterPolicies,
): Pick<Fleet, 'regions' | 'clusters' | 'workloads'> {
  return {
    regions: regionsOf(totals, policies),
    clusters: countClusters(totals.clusters),
    workloads: {
      converged: 0,
      progressing: 0,
      degraded: 0,
      unscheduled: 0,
      'scheduling-suspended': 0,
      ...totals.summaries,
    },
  };
}

function regionsOf(
  totals: FleetTotals,
  policies: ClusterPolicies,
): FleetRegion[] {
  const regions = new Map<string, FleetTile[]>();
  for (const cluster of totals.clusters) {
    const key = cluster.region ?? '';
    const tiles = regions.get(key) ?? [];
    tiles.push(toTile(cluster, policies));
    regions.set(key, tiles);
  }
  return (
    [...regions.entries()]
      // Clusters that state no region come last.
      .sort(([a], [b]) => Number(!a) - Number(!b) || (a < b ? -1 : 1))
      .map(([name, clusters]) => ({
        ...(name && { name }),
        clusters,
        affected: totals.affected.get(name) ?? 0,
      }))
  );
}

function toTile(cluster: ClusterRecord, policies: ClusterPolicies): FleetTile {
  const worst = placementStatesWorstFirst.find(state => cluster.targets[state]);
  return {
    controlPlane: cluster.controlPlane,
    name: cluster.name,
    state: cluster.state,
    ...(worst && { worst }),
    ...(policies.isIntermittent(cluster) && { intermittent: true }),
  };
}

/** Counts clusters, not memberships: two control planes that share a cluster count it once, in its worse state. */
function countClusters(clusters: ClusterRecord[]): Fleet['clusters'] {
  const states = new Map<string, ClusterState>();
  for (const cluster of clusters) {
    const key = cluster.clusterUid ?? `${cluster.controlPlane}/${cluster.name}`;
    const known = states.get(key);
    states.set(key, known ? worse(known, cluster.state) : cluster.state);
  }
  const counts: Fleet['clusters'] = {
    ready: 0,
    'not-ready': 0,
    unreachable: 0,
    'never-reported': 0,
    leaving: 0,
    unavailable: 0,
  };
  for (const state of states.values()) {
    counts[state]++;
  }
  return counts;
}

function worse(a: ClusterState, b: ClusterState): ClusterState {
  return CLUSTER_WORST_FIRST.indexOf(a) < CLUSTER_WORST_FIRST.indexOf(b)
    ? a
    : b;
}
