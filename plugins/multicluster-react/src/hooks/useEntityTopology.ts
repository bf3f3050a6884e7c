import { EntityTopology } from '@fairway/backstage-plugin-multicluster-common';
import { LiveResult } from '../store';
import { revalidate } from '../store/revalidate';
import { useLiveView } from '../store/useLiveView';

/**
 * Where the workloads of an entity run.
 *
 * @param entityRef - undefined reads nothing
 * @public
 */
export function useEntityTopology(
  entityRef: string | undefined,
): LiveResult<EntityTopology> {
  return useLiveView<EntityTopology>(
    entityRef && `topology:${entityRef}`,
    (api, previous, signal) =>
      revalidate(previous, ifNoneMatch =>
        api.getEntityTopology(entityRef!, { signal, ifNoneMatch }),
      ),
  );
}
