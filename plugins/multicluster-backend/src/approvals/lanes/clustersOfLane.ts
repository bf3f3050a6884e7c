import {
  LaneCluster,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { LaneHold } from '@fairway/backstage-plugin-multicluster-node';
import { heldBackFrom } from './heldBackFrom';
import { LaneFacts, LaneTarget } from './LaneFacts';

const LOST: ReadonlyArray<LaneTarget['clusterState']> = [
  'not-ready',
  'unreachable',
];

/**
 * Clusters of a lane by what was dispatched to them, sorted by name. Copies are counted over all workloads that have any.
 *
 * @param waiting - clusters that the open request would release
 */
export function clustersOfLane(
  { targets }: Pick<LaneFacts, 'targets'>,
  hold: LaneHold | undefined,
  waiting: readonly string[] = [],
): LaneCluster[] {
  const byCluster = new Map<string, LaneTarget[]>();
  for (const target of targets) {
    const own = byCluster.get(target.cluster) ?? [];
    byCluster.set(target.cluster, [...own, target]);
  }
  return [...byCluster]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cluster, own]) => toCluster(cluster, own, hold, waiting));
}

function toCluster(
  cluster: string,
  targets: LaneTarget[],
  hold: LaneHold | undefined,
  waiting: readonly string[],
): LaneCluster {
  const runs = sum(targets.map(({ derived }) => derived.replicas.ready));
  const wanted = sum(targets.map(({ derived }) => derived.replicas.desired));
  const state = stateOf(cluster, targets, hold, waiting);
  return {
    cluster,
    state,
    sentence: sentenceOf(cluster, state, { runs, wanted }),
    ...(runs !== undefined && { runs }),
    ...(wanted !== undefined && { wanted }),
  };
}

function stateOf(
  cluster: string,
  targets: LaneTarget[],
  hold: LaneHold | undefined,
  waiting: readonly string[],
): LaneCluster['state'] {
  const [{ clusterState }] = targets;
  if (LOST.includes(clusterState)) {
    return 'lost';
  }
  // A cluster that is ready and drained reports well what is to go from it: that is no release that went well.
  if (
    clusterState === 'leaving' ||
    targets.every(({ derived }) => derived.axes.lifecycle !== 'desired')
  ) {
    return 'leaving';
  }
  if (clusterState !== 'ready') {
    return 'unknown';
  }
  if (hold?.form === 'clusters' && !hold.clusters.includes(cluster)) {
    return 'releasing';
  }
  // Everything of a lane is held at all times; only what it was not given yet is held from a cluster.
  const waits = waiting.includes(cluster) || heldBackFrom(targets);
  return waits && hold && hold.form !== 'none' ? 'held' : 'released';
}

function sentenceOf(
  cluster: string,
  state: LaneCluster['state'],
  { runs = 0, wanted = 0 }: { runs?: number; wanted?: number },
) {
  if (runs < wanted && (state === 'held' || state === 'released')) {
    return sentence('lane.view.short', { cluster, runs, wanted });
  }
  return sentence(`lane.view.${state}`, { cluster });
}

/** Undefined: nothing of it has copies, or nobody reported any. */
function sum(counts: Array<number | undefined>): number | undefined {
  const known = counts.filter((count): count is number => count !== undefined);
  return known.length > 0 ? known.reduce((a, b) => a + b, 0) : undefined;
}
