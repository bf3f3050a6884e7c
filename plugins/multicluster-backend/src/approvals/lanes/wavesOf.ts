import { ApprovalPolicy } from '../model/ApprovalPolicy';

/**
 * Clusters in the order in which they are released, those of one wave together. Clusters that the policy names in no wave come
 * after those it names, one by one by name.
 */
export function wavesOf(
  clusters: readonly string[],
  waves: ApprovalPolicy['waves'],
): string[][] {
  const named = (waves?.clusters ?? [])
    .map(wave => wave.filter(cluster => clusters.includes(cluster)).sort())
    .filter(wave => wave.length > 0);
  const known = new Set(named.flat());
  const others = clusters.filter(cluster => !known.has(cluster)).sort();
  return [...named, ...others.map(cluster => [cluster])];
}
