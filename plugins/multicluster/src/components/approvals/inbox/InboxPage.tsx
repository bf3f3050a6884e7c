import { Link } from '@backstage/core-components';
import {
  FreshnessDot,
  useApprovals,
} from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { Designed } from '../../fleet/frame/Designed';
import { FailedView } from '../../fleet/frame/FailedView';
import { PageBody } from '../../fleet/frame/PageBody';
import { Panel } from '../../fleet/frame/Panel';
import { SkeletonRows } from '../../fleet/frame/SkeletonRows';
import { StaleNotice } from '../../fleet/frame/StaleNotice';
import { ApprovalPanel } from '../parts/ApprovalPanel';
import { ApprovalRow } from '../parts/ApprovalRow';
import { useApprovalLinks } from '../parts/useApprovalLinks';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { StopControl } from '../stops/StopControl';
import { EndedPanel } from './EndedPanel';

const PAGE = 50;

/** What waits for the reader first, then what waits for others, then what was decided lately. */
export function InboxPage() {
  const t = useApprovalText();
  const classes = useApprovalStyles();
  const links = useApprovalLinks();
  const open = useApprovals({ scope: 'open', limit: PAGE });
  const { data, items, status, error, refresh } = open;
  if (!data && status === 'error') {
    return (
      <PageBody>
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
  const mine = items.filter(
    ({ can }) =>
      can.approve.allowed || can.resolve.allowed || can.recall.allowed,
  );
  const others = items.filter(item => !mine.includes(item));
  const lanes = links.lanes();
  const report = links.report();
  return (
    <PageBody>
      <StopControl />
      <Panel
        title={t('inbox.mine')}
        aside={
          <>
            {lanes && <Link to={lanes}>{t('lanes.title')}</Link>}
            {report && <Link to={report}>{t('report.title')}</Link>}
            {data && <FreshnessDot view={open} />}
          </>
        }
      >
        <StaleNotice view={open} />
        {!data && <SkeletonRows rows={4} />}
        {data && mine.length === 0 && (
          <Designed
            look={{ shape: 'ok', tone: 'ok' }}
            title={t('inbox.mineNone')}
            text={t('inbox.mineNoneText')}
          />
        )}
        {mine.map(item => (
          <ApprovalPanel key={item.request.id} item={item} onChange={refresh} />
        ))}
      </Panel>
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
