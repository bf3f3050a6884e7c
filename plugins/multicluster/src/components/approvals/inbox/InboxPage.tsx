import { useApprovals } from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { FailedView } from '../../fleet/frame/FailedView';
import { PageBody } from '../../fleet/frame/PageBody';
import { Panel } from '../../fleet/frame/Panel';
import { ApprovalRow } from '../parts/ApprovalRow';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { StopBanners } from '../stops/StopBanners';
import { EndedPanel } from './EndedPanel';
import { MinePanel } from './MinePanel';
import { useListedItems } from './useListedItems';

const PAGE = 50;

/** What waits for the reader first, then what waits for others, then what was decided lately. */
export function InboxPage() {
  const t = useApprovalText();
  const classes = useApprovalStyles();
  const open = useApprovals({ scope: 'open', limit: PAGE });
  const { data, items, status, error, refresh } = open;
  const { mine, others, keeper } = useListedItems(items);
  if (!data && status === 'error') {
    return (
      <PageBody title={t('inbox.title')}>
        <Panel title={t('inbox.title')}>
          <FailedView
            error={error}
            permission="multicluster.approval.read"
            onRetry={refresh}
          />
        </Panel>
      </PageBody>
    );
  }
  return (
    <PageBody title={t('inbox.title')}>
      <StopBanners />
      <MinePanel view={open} listed={mine} keeper={keeper} />
      {others.length > 0 && (
        <Panel title={t('inbox.others')}>
          <ul className={classes.plain}>
            {others.map(item => (
              <ApprovalRow key={item.request.id} item={item} />
            ))}
          </ul>
        </Panel>
      )}
      {open.hasMore && (
        <div>
          <Button
            size="small"
            className={classes.button}
            disabled={open.loadingMore}
            onClick={open.loadMore}
          >
            {t('inbox.more')}
          </Button>
        </div>
      )}
      <EndedPanel />
    </PageBody>
  );
}
