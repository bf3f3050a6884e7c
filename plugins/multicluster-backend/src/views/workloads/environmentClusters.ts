import { FilterValue } from '@fairway/backstage-plugin-multicluster-common';
import { globToRegExp } from '../../util/globToRegExp';
import { ClusterRecord } from '../clusters/ClusterRecord';
import { Environments } from '../platform/Environments';

/** Ids of the clusters in environments whose name a value of a filter matches. */
export function environmentClusters(
  clusters: ClusterRecord[],
  environments: Environments,
  value: FilterValue,
): number[] {
  const pattern = value.literal
    ? {
        test: (name: string) => name.toLowerCase() === value.text.toLowerCase(),
      }
    : globToRegExp(value.text);
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
