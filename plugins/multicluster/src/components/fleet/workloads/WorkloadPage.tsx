import {
  BreadcrumbEntry,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityTopology,
  WorkloadDetail,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  useWorkload,
} from '@fairway/backstage-plugin-multicluster-react';
import { useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { TopologyExplorer } from '../../entity/ClustersContent/TopologyExplorer';
import { FailedView } from '../frame/FailedView';
import { PageBody } from '../frame/PageBody';
import { Panel } from '../frame/Panel';
import { PanelBody } from '../frame/PanelBody';
import { SkeletonPage } from '../frame/SkeletonPage';
import { StaleNotice } from '../frame/StaleNotice';
import { useFleetLinks } from '../frame/useFleetLinks';
import { RowEntities } from './RowEntities';

/** A workload as the tab of its entity shows it, for those who look after workloads of all owners. */
export function WorkloadPage() {
  const { id = '' } = useParams();
  const links = useFleetLinks();
  const result = useWorkload(id);
  const { data, status, error, refresh } = result;
  const topology = useMemo(() => data && topologyOf(data), [data]);
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  if (!data || !topology) {
    return status === 'error' ? (
      <PageBody title={t('fleet.workloads.workload')}>
        <Panel title={t('fleet.workloads.workload')}>
          <FailedView
            error={error}
            permission="multicluster.fleet.read"
            onRetry={refresh}
          />
        </Panel>
      </PageBody>
    ) : (
      <SkeletonPage />
    );
  }
  const { kind, namespace, name, controlPlane } = data.workload;
  const place = [kind, namespace, controlPlane].filter(Boolean).join(' · ');
  return (
    <BreadcrumbEntry entry={{ label: name, href: links.workload(id) }}>
      <PageBody title={name}>
        <Panel
          title={name}
          aside={
            <>
              {place}
              <RowEntities entityRefs={data.entityRefs} />
            </>
          }
        >
          <StaleNotice view={result} />
          <PanelBody>
            <TopologyExplorer
              topology={topology}
              view={{ ...result, data: topology }}
            />
          </PanelBody>
        </Panel>
      </PageBody>
    </BreadcrumbEntry>
  );
}

/** A workload alone, as if it were all that an entity has. */
function topologyOf(detail: WorkloadDetail): EntityTopology {
  const { workload, revision, observedAt, coverage } = detail;
  return {
    revision,
    observedAt,
    coverage,
    entityRef: '',
    workloads: [workload],
    match: { state: 'matched', suggestions: [] },
  };
}
