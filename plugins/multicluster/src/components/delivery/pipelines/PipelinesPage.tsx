import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  multiclusterRunsTranslationRef,
  usePipelines,
} from '@fairway/backstage-plugin-multicluster-react';
import { isUnread } from '../../entity/model/isUnread';
import { understoodFilter } from '../../fleet/filter/understoodFilter';
import { pipelineFilterKeys } from '../../fleet/filter/useFilterKeys';
import { FilteredPanel } from '../../fleet/frame/FilteredPanel';
import { PageBody } from '../../fleet/frame/PageBody';
import { StaleNotice } from '../../fleet/frame/StaleNotice';
import { useFilterParam } from '../../fleet/frame/useFilterParam';
import { useFilterUsage } from '../../usage/useFilterUsage';
import { PipelineCoverage } from '../parts/PipelineCoverage';
import { PipelinesTable } from './PipelinesTable';

const PAGE = 100;

/** Every pipeline that a source knows, worst first, narrowed by a filter that stands in the address. */
export function PipelinesPage() {
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const [filter, setFilter] = useFilterParam();
  useFilterUsage('pipelines', filter);
  const understood = understoodFilter(filter);
  const pipelines = usePipelines({
    filter: understood || undefined,
    limit: PAGE,
  });
  const { data } = pipelines;
  const unread = data !== undefined && isUnread(data.coverage);
  const why = emptyBecause(understood !== '', unread);
  return (
    <PageBody title={t('pipelines.title')}>
      <FilteredPanel
        title={t('pipelines.title')}
        list={pipelines}
        notice={<StaleNotice view={pipelines} />}
        filter={{
          label: t('pipelines.filter'),
          placeholder: t('pipelines.placeholder'),
          value: filter,
          onChange: setFilter,
          keys: pipelineFilterKeys,
          count: data && t('pipelines.count', { count: data.total }),
        }}
        none={{
          title: t(`pipelines.${why}Title`),
          text: t(`pipelines.${why}Text`),
        }}
        foot={data && <PipelineCoverage coverage={data.coverage} />}
      >
        <PipelinesTable pipelines={pipelines} />
      </FilteredPanel>
    </PageBody>
  );
}

type Why = 'empty' | 'emptyUnread' | 'noMatch';

/** What was not read is never said to be none, whatever was looked for. */
function emptyBecause(filtered: boolean, unread: boolean): Why {
  if (unread) {
    return 'emptyUnread';
  }
  return filtered ? 'noMatch' : 'empty';
}
