import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ClusterList,
  ClusterSummary,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  PagedResult,
} from '@fairway/backstage-plugin-multicluster-react';
import { useCallback } from 'react';
import { MoreRows } from '../table/MoreRows';
import { VirtualTable } from '../table/VirtualTable';
import { useClusterColumns } from './useClusterColumns';

const ROW_HEIGHT = 52;

/** Props of {@link ClustersTable}. */
export interface ClustersTableProps {
  clusters: PagedResult<ClusterList, ClusterSummary>;
}

/** Clusters with health, capacity and what runs there. */
export function ClustersTable(props: ClustersTableProps) {
  const { clusters } = props;
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const columns = useClusterColumns();
  const { hasMore, loadingMore, loadMore } = clusters;
  const onEnd = useCallback(() => {
    if (hasMore && !loadingMore) {
      loadMore();
    }
  }, [hasMore, loadingMore, loadMore]);
  return (
    <VirtualTable
      label={t('fleet.clusters.table')}
      columns={columns}
      rows={clusters.items}
      rowKey={({ controlPlane, name }) => `${controlPlane}/${name}`}
      rowHeight={ROW_HEIGHT}
      total={hasMore ? -1 : clusters.items.length}
      maxHeight={640}
      onEnd={onEnd}
      foot={
        hasMore && <MoreRows loading={loadingMore} onMore={clusters.loadMore} />
      }
    />
  );
}
