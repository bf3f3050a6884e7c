import { Promotion } from '@fairway/backstage-plugin-multicluster-common';
import { LiveResult } from '../store';
import { revalidate } from '../store/revalidate';
import { useLiveView } from '../store/useLiveView';

/**
 * Which version of an entity is in which environment, and what blocks the next step.
 *
 * @param entityRef - undefined reads nothing
 * @public
 */
export function usePromotion(
  entityRef: string | undefined,
): LiveResult<Promotion> {
  return useLiveView<Promotion>(
    entityRef && `promotion:${entityRef}`,
    (api, previous, signal) =>
      revalidate(previous, ifNoneMatch =>
        api.getEntityPromotion(entityRef!, { signal, ifNoneMatch }),
      ),
  );
}
