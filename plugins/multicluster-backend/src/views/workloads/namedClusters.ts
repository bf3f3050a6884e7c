import { FilterValue } from '@fairway/backstage-plugin-multicluster-common';
import { ClusterRow } from '../clusters/ClusterRow';
import { valuePattern } from './valuePattern';

/** Ids of the clusters whose name or region a value of a filter matches. */
export function namedClusters(
  clusters: ClusterRow[],
  value: FilterValue,
  field: 'name' | 'region',
): number[] {
  const pattern = valuePattern(value);
  return clusters
    .filter(cluster => pattern.test(cluster[field] ?? ''))
    .map(cluster => cluster.id);
}
