import { ClusterDetail } from '@fairway/backstage-plugin-multicluster-common';
import { LiveResult } from '../store';
import { revalidate } from '../store/revalidate';
import { useLiveView } from '../store/useLiveView';

/**
 * A cluster as one control plane sees it, and what losing it means.
 *
 * @public
 */
export function useCluster(request: {
  controlPlane: string;
  name: string;
  cursor?: string;
  limit?: number;
}): LiveResult<ClusterDetail> {
  const { controlPlane, name, cursor, limit } = request;
  return useLiveView<ClusterDetail>(
    `cluster:${JSON.stringify([controlPlane, name, cursor, limit])}`,
    (api, previous, signal) =>
      revalidate(previous, ifNoneMatch =>
        api.getCluster(
          { controlPlane, name, cursor, limit },
          { signal, ifNoneMatch },
        ),
      ),
  );
}
