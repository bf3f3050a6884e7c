import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Fleet } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  useClusters,
} from '@fairway/backstage-plugin-multicluster-react';
import { understoodFilter } from '../filter/understoodFilter';
import { useFilterKeys } from '../filter/useFilterKeys';
import { FilteredPanel } from '../frame/FilteredPanel';
import { useFilterUsage } from '../../usage/useFilterUsage';
import { ClustersTable } from './ClustersTable';

const PAGE = 200;

/** Props of {@link ClustersPanel}. */
export interface ClustersPanelProps {
  fleet?: Fleet;
  filter: string;
  onFilter(filter: string): void;
}

/** The table of clusters with its filter. */
export function ClustersPanel(props: ClustersPanelProps) {
  const { fleet, filter, onFilter } = props;
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  useFilterUsage('clusters', filter);
  const understood = understoodFilter(filter);
  const clusters = useClusters({
    filter: understood || undefined,
    limit: PAGE,
  });
  const keys = useFilterKeys(fleet, 'clusters');
  const { data, items, hasMore } = clusters;
  return (
    <FilteredPanel
      anchor="clusters"
      title={t('fleet.clusters.title')}
      list={clusters}
      skeletons={6}
      filter={{
        label: t('fleet.filter.clusters'),
        placeholder: t('fleet.filter.placeholderClusters'),
        value: filter,
        onChange: onFilter,
        keys,
        count:
          data &&
          !hasMore &&
          t('fleet.filter.countClusters', { count: items.length }),
      }}
      none={{
        title: t('fleet.clusters.noMatchTitle'),
        text: t('fleet.clusters.noMatchText'),
      }}
    >
      <ClustersTable clusters={clusters} />
    </FilteredPanel>
  );
}
