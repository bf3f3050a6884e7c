import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  FreshnessDot,
  multiclusterRunsTranslationRef,
  usePipelines,
} from '@fairway/backstage-plugin-multicluster-react';
import { isUnread } from '../../entity/model/isUnread';
import { FilterInput } from '../../fleet/filter/FilterInput';
import { understoodFilter } from '../../fleet/filter/understoodFilter';
import { pipelineFilterKeys } from '../../fleet/filter/useFilterKeys';
import { Designed } from '../../fleet/frame/Designed';
import { FailedView } from '../../fleet/frame/FailedView';
import { PageBody } from '../../fleet/frame/PageBody';
import { Panel } from '../../fleet/frame/Panel';
import { PanelBody } from '../../fleet/frame/PanelBody';
import { SkeletonRows } from '../../fleet/frame/SkeletonRows';
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
  const { data, items, status, error, refresh } = pipelines;
  const inside = () => {
    if (!data) {
      return status === 'error' ? (
        <FailedView
          error={error}
          permission="multicluster.fleet.read"
          onRetry={refresh}
        />
      ) : (
        <SkeletonRows rows={8} />
      );
    }
    return items.length === 0 ? (
      <NoPipelines
        why={emptyBecause(understood !== '', isUnread(data.coverage))}
      />
    ) : (
      <PipelinesTable pipelines={pipelines} />
    );
  };
  return (
    <PageBody>
      <Panel
        title={t('pipelines.title')}
        aside={data && <FreshnessDot view={pipelines} />}
      >
        <StaleNotice view={pipelines} />
        <PanelBody>
          <FilterInput
            label={t('pipelines.filter')}
            placeholder={t('pipelines.placeholder')}
            value={filter}
            onChange={setFilter}
            keys={pipelineFilterKeys}
            count={data && t('pipelines.count', { count: data.total })}
          />
        </PanelBody>
        {inside()}
        {data && <PipelineCoverage coverage={data.coverage} />}
      </Panel>
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

function NoPipelines(props: { why: Why }) {
  const { why } = props;
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  return (
    <Designed
      look={{ shape: 'unknown', tone: 'stale' }}
      title={t(`pipelines.${why}Title`)}
      text={t(`pipelines.${why}Text`)}
    />
  );
}
