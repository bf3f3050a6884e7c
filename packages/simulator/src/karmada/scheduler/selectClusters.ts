import { groupBy } from '../../control/groupBy';
import type { Placement, SpreadConstraint } from '../model/Placement';
import type { Candidate } from './Candidate';
import { SchedulingError } from './SchedulingError';

const NO_LIMIT = Number.MAX_SAFE_INTEGER;

function failed(why: string): SchedulingError {
  // Recorded: an unsatisfied spread is a SchedulerError, not a misfit; the old placement stays.
  return new SchedulingError(
    'SchedulerError',
    `failed to select clusters: ${why}`,
  );
}

function bySuitability(left: Candidate, right: Candidate): number {
  return (
    right.score - left.score ||
    right.available - left.available ||
    (left.name < right.name ? -1 : 1)
  );
}

/** A static division names its clusters and takes all of them, whatever the constraints say. */
function ignoresSpread({ replicaScheduling }: Placement): boolean {
  const preference = replicaScheduling?.weightPreference;
  return (
    replicaScheduling?.replicaSchedulingType === 'Divided' &&
    replicaScheduling.replicaDivisionPreference === 'Weighted' &&
    (!preference ||
      Boolean(preference.staticWeightList?.length && !preference.dynamicWeight))
  );
}

function groupByRegion(candidates: Candidate[]): Candidate[][] {
  const regions = groupBy(
    candidates,
    ({ cluster }) => cluster.spec.region ?? '',
  );
  return [...regions.values()].sort(
    ([left], [right]) =>
      bySuitability(left, right) || (left.name < right.name ? -1 : 1),
  );
}

function selectByRegion(
  candidates: Candidate[],
  region: SpreadConstraint,
  cluster: SpreadConstraint | undefined,
): Candidate[] {
  const regions = groupByRegion(candidates);
  if (regions.length < (region.minGroups ?? 1)) {
    throw failed(
      'the number of feasible region is less than spreadConstraint.MinGroups',
    );
  }
  const chosen = regions.slice(0, region.maxGroups || NO_LIMIT);
  if (chosen.flat().length < (cluster?.minGroups ?? 1)) {
    throw failed(
      'the number of clusters is less than the cluster spreadConstraint.MinGroups',
    );
  }
  const first = chosen.map(([best]) => best);
  const others = chosen.flatMap(([, ...rest]) => rest).sort(bySuitability);
  // Without a constraint by cluster the limit is zero in Karmada too: one cluster per region.
  const wanted = cluster ? cluster.maxGroups || NO_LIMIT : first.length;
  return [...first, ...others].slice(0, Math.max(first.length, wanted));
}

function selectByCluster(
  candidates: Candidate[],
  { minGroups = 1, maxGroups }: SpreadConstraint,
  replicas: number | undefined,
): Candidate[] {
  if (candidates.length < minGroups) {
    throw failed(
      'the number of feasible clusters is less than spreadConstraint.MinGroups',
    );
  }
  const count = Math.min(candidates.length, maxGroups || NO_LIMIT);
  const chosen = candidates.slice(0, count);
  if (replicas === undefined) {
    return chosen;
  }
  const rest = candidates
    .slice(count)
    .sort((a, b) => b.available - a.available);
  const total = () => chosen.reduce((sum, { available }) => sum + available, 0);
  for (let last = count - 1; last >= 0 && total() < replicas; last -= 1) {
    if (rest[0] && rest[0].available > chosen[last].available) {
      chosen[last] = rest.shift()!;
    }
  }
  if (total() < replicas) {
    throw failed(`no enough resource when selecting ${count} clusters`);
  }
  return chosen;
}

/**
 * Which of the clusters that fit are taken (pkg/scheduler/core/spreadconstraint). Zones are not grouped by, as in
 * Karmada: a constraint by zone only demands that clusters have one, and must come with one by cluster or region.
 */
export function selectClusters(
  placement: Placement,
  candidates: Candidate[],
  replicas: number | undefined,
): Candidate[] {
  const sorted = [...candidates].sort(bySuitability);
  const constraints = placement.spreadConstraints ?? [];
  if (constraints.length === 0 || ignoresSpread(placement)) {
    return sorted;
  }
  const by = (field: string) =>
    constraints.findLast(({ spreadByField }) => spreadByField === field);
  const region = by('region');
  const cluster = by('cluster');
  const divided =
    placement.replicaScheduling?.replicaSchedulingType === 'Divided';
  if (region) {
    return selectByRegion(sorted, region, cluster);
  }
  if (cluster) {
    return selectByCluster(sorted, cluster, divided ? replicas : undefined);
  }
  throw failed('just support cluster and region spread constraint');
}
