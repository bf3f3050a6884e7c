import { EnvironmentList } from '@fairway/backstage-plugin-multicluster-common';
import { LiveResult } from '../store';
import { revalidate } from '../store/revalidate';
import { useLiveView } from '../store/useLiveView';

/**
 * The environments of the configuration, in its order.
 *
 * @public
 */
export function useEnvironments(): LiveResult<EnvironmentList> {
  return useLiveView<EnvironmentList>('environments', (api, previous, signal) =>
    revalidate(previous, ifNoneMatch =>
      api.getEnvironments({ signal, ifNoneMatch }),
    ),
  );
}
