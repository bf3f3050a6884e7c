import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  WorkloadList,
  WorkloadRow,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  PagedResult,
} from '@fairway/backstage-plugin-multicluster-react';
import { useCallback } from 'react';
import { MoreRows } from '../table/MoreRows';
import { VirtualTable } from '../table/VirtualTable';
import { useWorkloadColumns } from './useWorkloadColumns';

const ROW_HEIGHT = 52;

/** Props of {@link WorkloadsTable}. */
export interface WorkloadsTableProps {
  workloads: PagedResult<WorkloadList, WorkloadRow>;
}

/** Workloads as a table that reads on as it is scrolled. */
export function WorkloadsTable(props: WorkloadsTableProps) {
  const { workloads } = props;
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const columns = useWorkloadColumns();
  const { items, data, hasMore, loadingMore, loadMore } = workloads;
  const onEnd = useCallback(() => {
    if (hasMore && !loadingMore) {
      loadMore();
    }
  }, [hasMore, loadingMore, loadMore]);
  return (
    <VirtualTable
      label={t('fleet.workloads.table')}
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
      rowHeight={ROW_HEIGHT}
      total={data?.total}
      maxHeight="max(320px, calc(100vh - 330px))"
      onEnd={onEnd}
      foot={
        hasMore && (
          <>
            {t('fleet.workloads.shown', {
              shown: String(items.length),
              total: String(data?.total ?? '?'),
            })}{' '}
            <MoreRows loading={loadingMore} onMore={loadMore} />
          </>
        )
      }
    />
  );
}
