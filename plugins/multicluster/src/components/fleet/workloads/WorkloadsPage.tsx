import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CoverageFoot,
  multiclusterPagesTranslationRef,
  useFleet,
  useWorkloads,
} from '@fairway/backstage-plugin-multicluster-react';
import { understoodFilter } from '../filter/understoodFilter';
import { useFilterKeys } from '../filter/useFilterKeys';
import { FilteredPanel } from '../frame/FilteredPanel';
import { PageBody } from '../frame/PageBody';
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
  const { data } = workloads;
  const why = understood === '' ? 'empty' : 'noMatch';
  return (
    <PageBody title={t('fleet.summary.title')}>
      <FilteredPanel
        title={t('fleet.summary.title')}
        list={workloads}
        notice={<StaleNotice view={workloads} />}
        filter={{
          label: t('fleet.filter.workloads'),
          placeholder: t('fleet.filter.placeholderWorkloads'),
          value: filter,
          onChange: setFilter,
          keys,
          count:
            data && t('fleet.filter.countWorkloads', { count: data.total }),
        }}
        none={{
          title: t(`fleet.workloads.${why}Title`),
          text: t(`fleet.workloads.${why}Text`),
        }}
        foot={data && <CoverageFoot coverage={data.coverage} of="workloads" />}
      >
        <WorkloadsTable workloads={workloads} />
      </FilteredPanel>
    </PageBody>
  );
}
