import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  PipelineList,
  PipelineRow,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterRunsTranslationRef,
  PagedResult,
} from '@fairway/backstage-plugin-multicluster-react';
import { PagedTable } from '../parts/PagedTable';
import { usePipelineColumns } from './usePipelineColumns';

/** Pipelines as a table that reads on as it is scrolled. @internal */
export function PipelinesTable(props: {
  pipelines: PagedResult<PipelineList, PipelineRow>;
}) {
  const { pipelines } = props;
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const columns = usePipelineColumns();
  return (
    <PagedTable
      label={t('pipelines.table')}
      columns={columns}
      list={pipelines}
      total={pipelines.data?.total}
    />
  );
}
