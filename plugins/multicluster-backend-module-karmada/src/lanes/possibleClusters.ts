import { ClusterFact } from '@fairway/backstage-plugin-multicluster-node';
import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { matchesLabels } from '../derive/matchesLabels';
import { projectLabelSelector } from '../project/projectSelectors';

type Eligible = Pick<
  ClusterFact,
  'name' | 'labels' | 'provider' | 'region' | 'zones'
>;

/** {@inheritDoc possibleClusters} @internal */
export interface PossibleClusters {
  /** In order. */
  names: string[];
  /** True: others that join may be chosen too; false: it names all that it may ever choose. */
  open: boolean;
}

/**
 * Clusters that a placement could choose, now or once a taint is gone or there is room: by its affinities alone, the names that
 * nothing is registered under included. Rather one too many than one too few.
 *
 * @param placement - `spec.placement` of a policy
 * @internal
 */
export function possibleClusters(
  placement: unknown,
  clusters: readonly Eligible[],
): PossibleClusters {
  const { clusterAffinity, clusterAffinities } = read.record(placement);
  const groups = read.list(clusterAffinities);
  const affinities = [
    ...(groups.length > 0 ? groups : [clusterAffinity]),
    // Copies spill over into these.
    ...groups.flatMap(group =>
      read.list(read.record(group).overflowAffinities),
    ),
  ].map(read.record);
  const names = new Set<string>();
  for (const affinity of affinities) {
    const wanted = read.strings(affinity.clusterNames);
    const excluded = read.strings(affinity.exclude);
    wanted
      .filter(name => !excluded.includes(name))
      .filter(name => !clusters.some(cluster => cluster.name === name))
      .forEach(name => names.add(name));
    clusters
      .filter(cluster => isPossible(cluster, affinity, wanted, excluded))
      .forEach(({ name }) => names.add(name));
  }
  return {
    names: [...names].sort(),
    open: affinities.some(
      affinity => read.strings(affinity.clusterNames).length === 0,
    ),
  };
}

function isPossible(
  cluster: Eligible,
  affinity: Record<string, unknown>,
  wanted: string[],
  excluded: string[],
): boolean {
  const selector = projectLabelSelector(affinity.labelSelector);
  return (
    !excluded.includes(cluster.name) &&
    (wanted.length === 0 || wanted.includes(cluster.name)) &&
    (!selector || matchesLabels(selector, cluster.labels)) &&
    read
      .list(read.record(affinity.fieldSelector).matchExpressions)
      .every(expression => matchesField(cluster, read.record(expression)))
  );
}

/** Karmada knows provider, region and zone here; a field it may know later excludes nothing. */
function matchesField(
  cluster: Eligible,
  { key, operator, values }: Record<string, unknown>,
): boolean {
  const fields: Record<string, string[]> = {
    provider: cluster.provider ? [cluster.provider] : [],
    region: cluster.region ? [cluster.region] : [],
    zone: cluster.zones,
  };
  const known = Object.hasOwn(fields, String(key))
    ? fields[String(key)]
    : undefined;
  const listed = read.strings(values);
  if (operator === 'In') {
    return known?.some(value => listed.includes(value)) ?? true;
  }
  if (operator === 'NotIn') {
    // A cluster over several zones stays possible while one of them is.
    return known
      ? known.length === 0 || known.some(value => !listed.includes(value))
      : true;
  }
  return true;
}
