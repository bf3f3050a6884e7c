import {
  BreadcrumbEntry,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { RunRow } from '@fairway/backstage-plugin-multicluster-common';
import {
  ErrorState,
  FreshnessDot,
  multiclusterRunsTranslationRef,
  ToolLink,
  useRun,
} from '@fairway/backstage-plugin-multicluster-react';
import { useParams } from 'react-router-dom';
import { RunApprovals } from '../../approvals/entity/RunApprovals';
import { PageBody } from '../../fleet/frame/PageBody';
import { Panel } from '../../fleet/frame/Panel';
import { SkeletonPage } from '../../fleet/frame/SkeletonPage';
import { StaleNotice } from '../../fleet/frame/StaleNotice';
import { useFleetLinks } from '../../fleet/frame/useFleetLinks';
import { withView } from '../model/withView';
import { PipelineCoverage } from '../parts/PipelineCoverage';
import { LivePanel } from './LivePanel';
import { RunHeader } from './RunHeader';
import { StagesPanel } from './StagesPanel';

/** A run: how it stands, its stages with their logs, and what its pipeline has deployed. */
export function RunPage() {
  const { id = '' } = useParams();
  const links = useFleetLinks();
  const run = useRun(id);
  const { data, status, error, refresh } = run;
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const titleOf = ({ pipeline: { name }, number }: RunRow) =>
    number === undefined
      ? name
      : t('runPage.titleOf', { name, number: String(number) });
  if (!data) {
    return status === 'error' ? (
      <PageBody title={t('runPage.title')}>
        <Panel title={t('runPage.title')}>
          <ErrorState error={error} onRetry={refresh} />
        </Panel>
      </PageBody>
    ) : (
      <SkeletonPage />
    );
  }
  const details = { ...data, run: withView(data.run, run) };
  const { tool } = data.run.pipeline;
  const title = titleOf(data.run);
  return (
    <BreadcrumbEntry entry={{ label: title, href: links.run(id) }}>
      <PageBody title={title}>
        <Panel
          title={title}
          aside={
            <>
              {data.run.url && (
                <ToolLink url={data.run.url}>
                  {tool ? t('runPage.openIn', { tool }) : t('runPage.openTool')}
                </ToolLink>
              )}
              <FreshnessDot view={run} />
            </>
          }
        >
          <StaleNotice view={run} />
          <RunHeader details={details} />
          <PipelineCoverage coverage={data.coverage} />
        </Panel>
        <RunApprovals runId={id} />
        <StagesPanel details={details} />
        <LivePanel pipelineId={data.run.pipeline.id} />
      </PageBody>
    </BreadcrumbEntry>
  );
}
