import type { Binding, TargetCluster } from '../model/Binding';
import type { ReplicaScheduling } from '../model/Placement';
import type { Candidate } from './Candidate';
import { divideByWeight } from './divideByWeight';
import { matchesCluster } from './matchesCluster';
import { SchedulingError } from './SchedulingError';

function sum(targets: TargetCluster[]): number {
  return targets.reduce((total, { replicas = 0 }) => total + replicas, 0);
}

function merge(left: TargetCluster[], right: TargetCluster[]): TargetCluster[] {
  const merged = new Map(
    left.map(({ name, replicas = 0 }) => [name, replicas]),
  );
  for (const { name, replicas = 0 } of right) {
    merged.set(name, (merged.get(name) ?? 0) + replicas);
  }
  return [...merged].map(([name, replicas]) => ({ name, replicas }));
}

function staticWeights(
  { weightPreference }: ReplicaScheduling,
  candidates: Candidate[],
) {
  const rules = weightPreference?.staticWeightList ?? [];
  const weighted = candidates.map(({ name, cluster }) => ({
    name,
    weight: Math.max(
      0,
      ...rules
        .filter(({ targetCluster }) => matchesCluster(targetCluster, cluster))
        .map(({ weight }) => weight),
    ),
  }));
  return weighted.some(({ weight }) => weight > 0)
    ? weighted
    : candidates.map(({ name }) => ({ name, weight: 1 }));
}

/** The clusters with the most room first; for an aggregated division only as many of them as are needed. */
function divideByRoom(
  wanted: number,
  room: TargetCluster[],
  options: { aggregated: boolean; first: TargetCluster[]; step: string },
): TargetCluster[] {
  const sorted = room
    .filter(({ replicas = 0 }) => replicas > 0)
    .sort((left, right) => (right.replicas ?? 0) - (left.replicas ?? 0));
  if (sum(sorted) < wanted) {
    throw new SchedulingError(
      'Unschedulable',
      `failed to assign replicas: failed to ${
        options.step
      }: Clusters available replicas ${sum(
        sorted,
      )} are not enough to schedule.`,
    );
  }
  const known = new Set(options.first.map(({ name }) => name));
  const ordered = options.aggregated
    ? [
        ...sorted.filter(({ name }) => known.has(name)),
        ...sorted.filter(({ name }) => !known.has(name)),
      ]
    : sorted;
  let needed = ordered.length;
  if (options.aggregated) {
    let reached = 0;
    needed = ordered.findIndex(
      ({ replicas = 0 }) => (reached += replicas) >= wanted,
    );
    needed += 1;
  }
  return divideByWeight(
    wanted,
    ordered
      .slice(0, needed)
      .map(({ name, replicas = 0 }) => ({ name, weight: replicas })),
  );
}

function divideDynamically(
  replicas: number,
  candidates: Candidate[],
  options: { previous: TargetCluster[]; aggregated: boolean; fresh: boolean },
): TargetCluster[] {
  const { aggregated, fresh } = options;
  const names = new Set(candidates.map(({ name }) => name));
  const kept = options.previous.filter(({ name }) => names.has(name));
  const room = candidates.map(({ name, allocatable }) => ({
    name,
    replicas: allocatable,
  }));
  if (fresh) {
    // A rebalance forgets where replicas are and counts the room they take.
    return divideByRoom(replicas, merge(room, kept), {
      aggregated,
      first: [],
      step: 'do fresh scale',
    });
  }
  if (sum(kept) > replicas) {
    return divideByRoom(replicas, kept, {
      aggregated,
      first: [],
      step: 'scale down',
    });
  }
  if (sum(kept) < replicas) {
    const added = divideByRoom(replicas - sum(kept), room, {
      aggregated,
      first: kept,
      step: 'scale up',
    });
    return merge(kept, added);
  }
  return kept;
}

/** How many replicas each chosen cluster gets (pkg/scheduler/core/assignment.go); clusters that get none are dropped. */
export function assignReplicas(
  binding: Binding,
  candidates: Candidate[],
  fresh: boolean,
): TargetCluster[] {
  const { replicas, placement, clusters: previous = [] } = binding.spec;
  const scheduling = placement?.replicaScheduling;
  const byName = (left: TargetCluster, right: TargetCluster) =>
    left.name < right.name ? -1 : 1;
  if (!replicas) {
    return candidates.map(({ name }) => ({ name })).sort(byName);
  }
  let result: TargetCluster[];
  if (scheduling?.replicaSchedulingType !== 'Divided') {
    result = candidates.map(({ name }) => ({ name, replicas }));
  } else if (
    scheduling.replicaDivisionPreference === 'Weighted' &&
    !scheduling.weightPreference?.dynamicWeight
  ) {
    result = divideByWeight(replicas, staticWeights(scheduling, candidates));
  } else {
    result = divideDynamically(replicas, candidates, {
      previous,
      fresh,
      aggregated: scheduling.replicaDivisionPreference === 'Aggregated',
    });
  }
  return result.filter(target => target.replicas).sort(byName);
}
