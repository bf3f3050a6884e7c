import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import {
  ErrorState,
  FreshnessDot,
  useApproval,
} from '@fairway/backstage-plugin-multicluster-react';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { PageBody } from '../../fleet/frame/PageBody';
import { Panel } from '../../fleet/frame/Panel';
import { SkeletonPage } from '../../fleet/frame/SkeletonPage';
import { StaleNotice } from '../../fleet/frame/StaleNotice';
import { ApprovalPanel } from '../parts/ApprovalPanel';
import { useApprovalLinks } from '../parts/useApprovalLinks';
import { useApprovalText } from '../parts/useApprovalText';
import { ChangedNotice } from './ChangedNotice';
import { DiffPanel } from './DiffPanel';
import { SubjectPanel } from './SubjectPanel';
import { TrailPanel } from './TrailPanel';
import { useTitleText } from '../parts/useTitleText';

/** A request: what exactly is decided, by whom, how it fares, and everything that happened to it. */
export function RequestPage() {
  const { id = '' } = useParams();
  const t = useApprovalText();
  const links = useApprovalLinks();
  const titleOf = useTitleText();
  // What the reader saw first: a later generation then says what changed since.
  const [seen, setSeen] = useState<number>();
  const approval = useApproval(id, seen);
  const { data, status, error, refresh } = approval;
  if (!data) {
    return status === 'error' ? (
      <PageBody title={t('request.title')}>
        <Panel title={t('request.title')}>
          <ErrorState error={error} onRetry={refresh} />
        </Panel>
      </PageBody>
    ) : (
      <SkeletonPage />
    );
  }
  const { item, changed, trail } = data;
  const { request } = item;
  const title = titleOf(request);
  if (seen === undefined) {
    setSeen(request.generation);
  }
  return (
    <BreadcrumbEntry entry={{ label: title, href: links.request(id) ?? '' }}>
      <PageBody title={title}>
        <Panel title={title} aside={<FreshnessDot view={approval} />}>
          <StaleNotice view={approval} />
          {changed && changed.length > 0 && (
            <ChangedNotice
              changed={changed}
              onSeen={() => setSeen(request.generation)}
            />
          )}
          <ApprovalPanel item={item} onChange={refresh} titled={false} />
        </Panel>
        {request.closedAt === undefined && <DiffPanel request={request} />}
        <SubjectPanel request={request} />
        <TrailPanel request={request} trail={trail} />
      </PageBody>
    </BreadcrumbEntry>
  );
}
