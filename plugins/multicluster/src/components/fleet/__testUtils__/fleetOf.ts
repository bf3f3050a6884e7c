import {
  ClusterState,
  ClusterSummary,
  Coverage,
  Fleet,
} from '@fairway/backstage-plugin-multicluster-common';
import { minutesAgo, stateOf } from './worldOf';

/** Everything was read. */
export function fullCoverage(total: number): Coverage {
  return { seen: total, total, stale: 0, problems: [] };
}

/** The view of the fleet that goes with some clusters. */
export function fleetOf(clusters: ClusterSummary[]): Fleet {
  const names = [...new Set(clusters.map(({ region }) => region))];
  const count = (state: ClusterState) =>
    clusters.filter(cluster => cluster.state === state).length;
  return {
    revision: '1',
    observedAt: minutesAgo(0),
    coverage: fullCoverage(clusters.length),
    regions: names.map(name => {
      const here = clusters.filter(({ region }) => region === name);
      return {
        name,
        affected: here.some(
          ({ state, intermittent }) => state === 'not-ready' && !intermittent,
        )
          ? 7
          : 0,
        clusters: here.map(cluster => ({
          controlPlane: cluster.controlPlane,
          name: cluster.name,
          state: cluster.state,
          worst: stateOf(Number(cluster.name.slice('member'.length)) - 1).worst,
          intermittent: cluster.intermittent,
        })),
      };
    }),
    clusters: {
      ready: count('ready'),
      'not-ready': count('not-ready'),
      unreachable: count('unreachable'),
      'never-reported': count('never-reported'),
      leaving: count('leaving'),
      unavailable: count('unavailable'),
    },
    workloads: {
      converged: 29_400,
      progressing: 412,
      degraded: 171,
      unscheduled: 12,
      'scheduling-suspended': 5,
    },
  };
}
