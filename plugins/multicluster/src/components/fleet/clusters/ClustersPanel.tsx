import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Fleet } from '@fairway/backstage-plugin-multicluster-common';
import {
  FreshnessDot,
  multiclusterPagesTranslationRef,
  useClusters,
} from '@fairway/backstage-plugin-multicluster-react';
import { FilterInput } from '../filter/FilterInput';
import { understoodFilter } from '../filter/understoodFilter';
import { useFilterKeys } from '../filter/useFilterKeys';
import { Designed } from '../frame/Designed';
import { FailedView } from '../frame/FailedView';
import { Panel } from '../frame/Panel';
import { PanelBody } from '../frame/PanelBody';
import { SkeletonRows } from '../frame/SkeletonRows';
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
  const { data, items, status, error, refresh, hasMore } = clusters;
  const inside = () => {
    if (!data) {
      return status === 'error' ? (
        <FailedView
          error={error}
          permission="multicluster.fleet.read"
          onRetry={refresh}
        />
      ) : (
        <SkeletonRows rows={6} />
      );
    }
    return items.length === 0 ? (
      <Designed
        look={{ shape: 'unknown', tone: 'stale' }}
        title={t('fleet.clusters.noMatchTitle')}
        text={t('fleet.clusters.noMatchText')}
      />
    ) : (
      <ClustersTable clusters={clusters} />
    );
  };
  return (
    <Panel
      anchor="clusters"
      title={t('fleet.clusters.title')}
      aside={data && <FreshnessDot view={clusters} />}
    >
      <PanelBody>
        <FilterInput
          label={t('fleet.filter.clusters')}
          placeholder={t('fleet.filter.placeholderClusters')}
          value={filter}
          onChange={onFilter}
          keys={keys}
          count={
            data &&
            !hasMore &&
            t('fleet.filter.countClusters', { count: items.length })
          }
        />
      </PanelBody>
      {inside()}
    </Panel>
  );
}
