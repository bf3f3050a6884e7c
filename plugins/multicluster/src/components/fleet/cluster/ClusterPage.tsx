import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CoverageFoot,
  errorStatus,
  multiclusterPagesTranslationRef,
} from '@fairway/backstage-plugin-multicluster-react';
import { useParams } from 'react-router-dom';
import { Designed } from '../frame/Designed';
import { FailedView } from '../frame/FailedView';
import { PageBody } from '../frame/PageBody';
import { Panel } from '../frame/Panel';
import { SkeletonRows } from '../frame/SkeletonRows';
import { useFleetLinks } from '../frame/useFleetLinks';
import { ClusterFactsPanel } from './ClusterFactsPanel';
import { ImpactPanel } from './ImpactPanel';
import { useClusterImpact } from './useClusterImpact';

/** A cluster as one control plane sees it: how it is, and what losing it means. */
export function ClusterPage() {
  const { controlPlane = '', name = '' } = useParams();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const links = useFleetLinks();
  const result = useClusterImpact({ controlPlane, name });
  const { data, status, error, refresh } = result;
  if (!data) {
    return (
      <PageBody title={name}>
        <Panel title={name}>
          {status !== 'error' && <SkeletonRows rows={6} />}
          {status === 'error' &&
            (errorStatus(error) === 404 ? (
              <Designed
                look={{ shape: 'unknown', tone: 'stale' }}
                title={t('fleet.cluster.notFoundTitle')}
                text={t('fleet.cluster.notFoundText')}
                action={
                  <Link to={links.fleet()}>{t('fleet.cluster.toFleet')}</Link>
                }
              />
            ) : (
              <FailedView
                error={error}
                permission="multicluster.fleet.read"
                onRetry={refresh}
              />
            ))}
        </Panel>
      </PageBody>
    );
  }
  const lost = data.cluster.state !== 'ready';
  const facts = <ClusterFactsPanel key="facts" view={result} detail={data} />;
  const impact = <ImpactPanel key="impact" result={result} lost={lost} />;
  return (
    <PageBody title={name}>
      {facts}
      {impact}
      {data.coverage.problems.length > 0 && (
        <CoverageFoot coverage={data.coverage} />
      )}
    </PageBody>
  );
}
