import { useApi } from '@backstage/core-plugin-api';
import {
  ClusterDetail,
  ClusterImpact,
  isNotModified,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  LiveResult,
  multiclusterApiRef,
  useCluster,
} from '@fairway/backstage-plugin-multicluster-react';
import { useCallback, useEffect, useRef, useState } from 'react';

const PAGE = 100;

/** A cluster with the services that have a copy there, as far as they were read. */
export interface ClusterImpactResult extends LiveResult<ClusterDetail> {
  impact: ClusterImpact[];
  hasMore: boolean;
  loadingMore: boolean;
  loadMore(): void;
}

interface Further {
  revision?: string;
  items: ClusterImpact[];
  nextCursor?: string;
}

/**
 * Looks at a cluster. The first page of services is live; pages behind it belong to its revision and are dropped when that
 * changes, because services may have moved between them.
 */
export function useClusterImpact(request: {
  controlPlane: string;
  name: string;
}): ClusterImpactResult {
  const { controlPlane, name } = request;
  const api = useApi(multiclusterApiRef);
  const first = useCluster({ controlPlane, name, limit: PAGE });
  const [further, setFurther] = useState<Further>({ items: [] });
  const [loadingMore, setLoadingMore] = useState(false);
  const reading = useRef<AbortController>();
  const revision = first.data?.revision;
  const valid = further.revision === revision && revision !== undefined;
  const cursor = valid ? further.nextCursor : first.data?.nextCursor;

  useEffect(
    () => () => {
      reading.current?.abort();
      reading.current = undefined;
      setLoadingMore(false);
    },
    [revision, controlPlane, name],
  );
  const loadMore = useCallback(async () => {
    if (cursor === undefined || reading.current) {
      return;
    }
    const controller = new AbortController();
    reading.current = controller;
    setLoadingMore(true);
    const page = await api
      .getCluster(
        { controlPlane, name, cursor, limit: PAGE },
        { signal: controller.signal },
      )
      // The next scroll asks again; what is read so far stays.
      .catch(() => undefined);
    if (reading.current !== controller) {
      return;
    }
    reading.current = undefined;
    setLoadingMore(false);
    if (page && !isNotModified(page)) {
      setFurther(previous => ({
        revision,
        items: [
          ...(previous.revision === revision ? previous.items : []),
          ...page.impact,
        ],
        nextCursor: page.nextCursor,
      }));
    }
  }, [api, controlPlane, name, cursor, revision]);

  return {
    ...first,
    impact: [...(first.data?.impact ?? []), ...(valid ? further.items : [])],
    hasMore: cursor !== undefined,
    loadingMore,
    loadMore,
  };
}
