import {
  EntityTopology,
  WorkloadDetail,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  FreshnessDot,
  useWorkload,
} from '@fairway/backstage-plugin-multicluster-react';
import { ReactElement, useMemo } from 'react';
import { TopologyExplorer } from '../../entity/ClustersContent/TopologyExplorer';
import { FailedView } from '../frame/FailedView';
import { PageBody } from '../frame/PageBody';
import { Panel } from '../frame/Panel';
import { PanelBody } from '../frame/PanelBody';
import { SkeletonRows } from '../frame/SkeletonRows';
import { StaleNotice } from '../frame/StaleNotice';
import { RowEntities } from './RowEntities';

/** Props of {@link WorkloadPage}. */
export interface WorkloadPageProps {
  id: string;
  /** Wraps the page once the name of the workload is known. */
  children(name: string, page: ReactElement): ReactElement;
}

/** A workload as the tab of its entity shows it, for those who look after workloads of all owners. */
export function WorkloadPage(props: WorkloadPageProps) {
  const { id, children } = props;
  const result = useWorkload(id);
  const { data, status, error, refresh } = result;
  const topology = useMemo(() => data && topologyOf(data), [data]);
  if (!data || !topology) {
    return (
      <PageBody>
        <Panel title={status === 'error' ? '' : '…'}>
          {status === 'error' ? (
            <FailedView
              error={error}
              permission="multicluster.fleet.read"
              onRetry={refresh}
            />
          ) : (
            <SkeletonRows rows={6} />
          )}
        </Panel>
      </PageBody>
    );
  }
  const { kind, namespace, name, controlPlane } = data.workload;
  const place = [kind, namespace, controlPlane].filter(Boolean).join(' · ');
  return children(
    name,
    <PageBody>
      <Panel
        title={name}
        aside={
          <>
            {place}
            <RowEntities entityRefs={data.entityRefs} />
            <FreshnessDot view={result} />
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
    </PageBody>,
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
