import { Fleet } from '@fairway/backstage-plugin-multicluster-common';
import { LiveResult } from '../store';
import { revalidate } from '../store/revalidate';
import { useLiveView } from '../store/useLiveView';

/**
 * Regions and their clusters.
 *
 * @public
 */
export function useFleet(): LiveResult<Fleet> {
  return useLiveView<Fleet>('fleet', (api, previous, signal) =>
    revalidate(previous, ifNoneMatch => api.getFleet({ signal, ifNoneMatch })),
  );
}
