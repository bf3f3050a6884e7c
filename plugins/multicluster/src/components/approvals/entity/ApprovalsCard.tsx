import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  FreshnessDot,
  useApprovals,
} from '@fairway/backstage-plugin-multicluster-react';
import { Panel } from '../../fleet/frame/Panel';
import { StaleNotice } from '../../fleet/frame/StaleNotice';
import { useKeptItems } from '../inbox/useKeptItems';
import { isForbidden } from '../model/isForbidden';
import { ApprovalPanel } from '../parts/ApprovalPanel';
import { useApprovalLinks } from '../parts/useApprovalLinks';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { EntityLanes } from './EntityLanes';
import { UnreadPanel } from './UnreadPanel';

const MOST = 20;

/**
 * What waits for people before the entity is delivered, with the buttons, and its held dispatch. Nothing while nothing waits, and nothing where the
 * reader may see no requests: a card of its own would only say so. That they cannot be read now is said.
 *
 * @public
 */
export function ApprovalsCard() {
  const { entity } = useEntity();
  const t = useApprovalText();
  const classes = useApprovalStyles();
  const approvals = useApprovals({
    scope: 'open',
    entityRefs: [stringifyEntityRef(entity)],
    limit: MOST,
  });
  const links = useApprovalLinks();
  const inbox = links.inbox();
  const { items, data, error, status, refresh } = approvals;
  const { listed, keeper } = useKeptItems(items);
  return (
    <>
      {!data && status === 'error' && !isForbidden(error) && (
        <UnreadPanel
          title={t('inbox.card')}
          text={t('inbox.unread')}
          onRetry={refresh}
        />
      )}
      {/* Also where it cannot be read any more: what the reader is at goes on. */}
      {listed.length > 0 && (
        <Panel
          title={t('inbox.card')}
          aside={data && <FreshnessDot view={approvals} />}
        >
          <StaleNotice view={approvals} />
          {listed.map(item => (
            <ApprovalPanel
              key={item.request.id}
              item={item}
              onChange={refresh}
              keeper={keeper}
            />
          ))}
          {data && data.total > items.length && (
            <div className={classes.pad}>
              {t('inbox.further', {
                shown: String(items.length),
                total: String(data.total),
              })}{' '}
              {inbox && <Link to={inbox}>{t('inbox.all')}</Link>}
            </div>
          )}
        </Panel>
      )}
      <EntityLanes />
    </>
  );
}
