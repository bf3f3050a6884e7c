import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  ErrorState,
  useEntityTopology,
} from '@fairway/backstage-plugin-multicluster-react';
import { CardSkeleton } from '../WhereItRunsCard/CardSkeleton';
import { TopologyExplorer } from './TopologyExplorer';

/**
 * The tab of an entity: its workloads by cluster, down to pods, events and logs, and the chain that put them there.
 *
 * @public
 */
export function ClustersContent() {
  const { entity } = useEntity();
  const topology = useEntityTopology(stringifyEntityRef(entity));
  const { data, status, error, refresh } = topology;
  if (data) {
    return <TopologyExplorer topology={data} view={topology} />;
  }
  return status === 'error' ? (
    <ErrorState error={error} onRetry={refresh} />
  ) : (
    <CardSkeleton />
  );
}
