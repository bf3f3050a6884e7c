import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CoverageFoot,
  FreshnessDot,
  multiclusterPagesTranslationRef,
  useFleet,
  useWorkloads,
} from '@fairway/backstage-plugin-multicluster-react';
import { FilterInput } from '../filter/FilterInput';
import { understoodFilter } from '../filter/understoodFilter';
import { useFilterKeys } from '../filter/useFilterKeys';
import { Designed } from '../frame/Designed';
import { FailedView } from '../frame/FailedView';
import { PageBody } from '../frame/PageBody';
import { Panel } from '../frame/Panel';
import { PanelBody } from '../frame/PanelBody';
import { SkeletonRows } from '../frame/SkeletonRows';
import { StaleNotice } from '../frame/StaleNotice';
import { useFilterParam } from '../frame/useFilterParam';
import { useFilterUsage } from '../../usage/useFilterUsage';
import { WorkloadsTable } from './WorkloadsTable';

const PAGE = 100;

/** Every workload that is placed somewhere, narrowed by a filter that stands in the address. */
export function WorkloadsPage() {
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const [filter, setFilter] = useFilterParam();
  useFilterUsage('workloads', filter);
  const understood = understoodFilter(filter);
  const workloads = useWorkloads({
    filter: understood || undefined,
    limit: PAGE,
  });
  const keys = useFilterKeys(useFleet().data, 'workloads');
  const { data, items, status, error, refresh } = workloads;
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
      <NoWorkloads filtered={understood !== ''} />
    ) : (
      <WorkloadsTable workloads={workloads} />
    );
  };
  return (
    <PageBody>
      <Panel
        title={t('fleet.summary.title')}
        aside={data && <FreshnessDot view={workloads} />}
      >
        <StaleNotice view={workloads} />
        <PanelBody>
          <FilterInput
            label={t('fleet.filter.workloads')}
            placeholder={t('fleet.filter.placeholderWorkloads')}
            value={filter}
            onChange={setFilter}
            keys={keys}
            count={
              data && t('fleet.filter.countWorkloads', { count: data.total })
            }
          />
        </PanelBody>
        {inside()}
        {data && <CoverageFoot coverage={data.coverage} of="workloads" />}
      </Panel>
    </PageBody>
  );
}

function NoWorkloads(props: { filtered: boolean }) {
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  return (
    <Designed
      look={{ shape: 'unknown', tone: 'stale' }}
      title={t(
        props.filtered
          ? 'fleet.workloads.noMatchTitle'
          : 'fleet.workloads.emptyTitle',
      )}
      text={t(
        props.filtered
          ? 'fleet.workloads.noMatchText'
          : 'fleet.workloads.emptyText',
      )}
    />
  );
}
