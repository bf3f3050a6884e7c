import { FilterValue } from '@fairway/backstage-plugin-multicluster-common';
import { ClusterRow } from '../clusters/ClusterRow';
import { Environments } from '../platform/Environments';
import { valuePattern } from './valuePattern';

/** Ids of the clusters in environments whose name a value of a filter matches. */
export function environmentClusters(
  clusters: ClusterRow[],
  environments: Environments,
  value: FilterValue,
): number[] {
  const pattern = valuePattern(value);
  return clusters
    .filter(cluster => {
      const environment = environments.of({
        ...cluster,
        labels: cluster.fact?.labels ?? {},
      });
      return environment !== undefined && pattern.test(environment);
    })
    .map(cluster => cluster.id);
}
