import { useApprovals } from '@fairway/backstage-plugin-multicluster-react';
import { useState } from 'react';
import { PageBody } from '../../fleet/frame/PageBody';
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
  const { data, items, status } = open;
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
      {/* Also where it cannot be read, and no key: drawn anew, it would give up what is on its way, and say nothing of how that ended. */}
      <InboxLists open={open} narrowed={narrowed} failed={failed} />
    </PageBody>
  );
}
