import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  multiclusterPagesTranslationRef,
  PagedResult,
} from '@fairway/backstage-plugin-multicluster-react';
import { useCallback } from 'react';
import { MoreRows } from '../../fleet/table/MoreRows';
import { TableColumn } from '../../fleet/table/TableColumn';
import { VirtualTable } from '../../fleet/table/VirtualTable';

const ROW_HEIGHT = 52;

/** Props of {@link PagedTable}. @internal */
export interface PagedTableProps<T> {
  label: string;
  columns: TableColumn<T>[];
  list: Pick<
    PagedResult<unknown, T>,
    'items' | 'hasMore' | 'loadingMore' | 'loadMore'
  >;
  total: number | undefined;
  maxHeight?: number | string;
}

/** A list as a table that reads on as it is scrolled. @internal */
export function PagedTable<T extends { id: string }>(
  props: PagedTableProps<T>,
) {
  const { label, columns, list, total, maxHeight } = props;
  const { items, hasMore, loadingMore, loadMore } = list;
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const onEnd = useCallback(() => {
    if (hasMore && !loadingMore) {
      loadMore();
    }
  }, [hasMore, loadingMore, loadMore]);
  return (
    <VirtualTable
      label={label}
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
      rowHeight={ROW_HEIGHT}
      total={total}
      maxHeight={maxHeight ?? 'max(320px, calc(100vh - 330px))'}
      onEnd={onEnd}
      foot={
        hasMore && (
          <>
            {t('fleet.workloads.shown', {
              shown: String(items.length),
              total: String(total ?? '?'),
            })}{' '}
            <MoreRows loading={loadingMore} onMore={loadMore} />
          </>
        )
      }
    />
  );
}
