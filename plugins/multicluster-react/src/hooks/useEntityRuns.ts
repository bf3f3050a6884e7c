import { EntityRuns } from '@fairway/backstage-plugin-multicluster-common';
import { LiveResult } from '../store';
import { revalidate } from '../store/revalidate';
import { useLiveView } from '../store/useLiveView';

/**
 * Pipelines of an entity with their latest runs.
 *
 * @param entityRef - undefined reads nothing
 * @public
 */
export function useEntityRuns(
  entityRef: string | undefined,
): LiveResult<EntityRuns> {
  return useLiveView<EntityRuns>(
    entityRef && `entity-runs:${entityRef}`,
    (api, previous, signal) =>
      revalidate(previous, ifNoneMatch =>
        api.getEntityRuns({ entityRef: entityRef! }, { signal, ifNoneMatch }),
      ),
  );
}
