import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  multiclusterPagesTranslationRef,
  useSources,
} from '@fairway/backstage-plugin-multicluster-react';
import { Designed } from '../frame/Designed';
import { FailedView } from '../frame/FailedView';
import { PageBody } from '../frame/PageBody';
import { Panel } from '../frame/Panel';
import { SkeletonRows } from '../frame/SkeletonRows';
import { StaleNotice } from '../frame/StaleNotice';
import { SourcePanel } from './SourcePanel';

/** How well each source is read, and what it lacks. */
export function SourcesPage() {
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const sources = useSources();
  const { data, status, error, refresh } = sources;
  if (data && data.items.length > 0) {
    return (
      <PageBody title={t('fleet.page.sources')}>
        <StaleNotice view={sources} />
        {data.items.map(source => (
          <SourcePanel key={source.id} source={source} />
        ))}
      </PageBody>
    );
  }
  return (
    <PageBody title={t('fleet.page.sources')}>
      <Panel title={t('fleet.page.sources')}>
        {data && (
          <Designed
            look={{ shape: 'out', tone: 'stale' }}
            title={t('fleet.sources.emptyTitle')}
            text={t('fleet.sources.emptyText')}
          />
        )}
        {!data && status === 'error' && (
          <FailedView
            error={error}
            permission="multicluster.source.read"
            onRetry={refresh}
          />
        )}
        {!data && status !== 'error' && <SkeletonRows rows={5} />}
      </Panel>
    </PageBody>
  );
}
