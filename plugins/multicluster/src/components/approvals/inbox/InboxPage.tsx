import { useApprovals } from '@fairway/backstage-plugin-multicluster-react';
import { useState } from 'react';
import { FailedView } from '../../fleet/frame/FailedView';
import { PageBody } from '../../fleet/frame/PageBody';
import { Panel } from '../../fleet/frame/Panel';
import { useApprovalText } from '../parts/useApprovalText';
import { StopBanners } from '../stops/StopBanners';
import { InboxFilterBar } from './InboxFilterBar';
import { InboxLists } from './InboxLists';
import { useInboxFilter } from './useInboxFilter';

const PAGE = 50;
/** From so many on one looks for something among them; fewer are seen at a glance. */
const MANY = 10;

/** What waits for the reader first, then what waits for others, then what was decided lately. */
export function InboxPage() {
  const t = useApprovalText();
  const [filter, setFilter] = useInboxFilter();
  const { environment, service } = filter;
  const narrowed = {
    ...(environment && { environment }),
    ...(service && { entityRefs: [service] }),
  };
  const open = useApprovals({ scope: 'open', limit: PAGE, ...narrowed });
  const { data, items, status, error, refresh } = open;
  const failed = !data && status === 'error';
  // Once it is there it stays: whoever takes the last filter away has the keyboard in it.
  const [offered, offer] = useState(false);
  const isNarrowed = Object.keys(narrowed).length > 0;
  if (!offered && (isNarrowed || (data?.total ?? 0) >= MANY)) {
    offer(true);
  }
  return (
    <PageBody title={t('inbox.title')}>
      {!failed && <StopBanners />}
      {offered && (
        <InboxFilterBar items={items} filter={filter} onChange={setFilter} />
      )}
      {failed ? (
        <Panel title={t('inbox.title')}>
          <FailedView
            error={error}
            permission="multicluster.approval.read"
            onRetry={refresh}
          />
        </Panel>
      ) : (
        // No key: drawn anew, it would give up the votes that are on their way, and say nothing of how they ended.
        <InboxLists open={open} narrowed={narrowed} />
      )}
    </PageBody>
  );
}
