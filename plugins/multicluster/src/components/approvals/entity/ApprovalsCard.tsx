import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  FreshnessDot,
  useApprovals,
} from '@fairway/backstage-plugin-multicluster-react';
import { Panel } from '../../fleet/frame/Panel';
import { StaleNotice } from '../../fleet/frame/StaleNotice';
import { ApprovalPanel } from '../parts/ApprovalPanel';
import { useApprovalText } from '../parts/useApprovalText';
import { EntityLanes } from './EntityLanes';

const MOST = 20;

/**
 * What waits for people before the entity is delivered, with the buttons, and its held dispatch. Nothing while nothing waits, and nothing where the
 * reader may see no requests: a card of its own would only say so.
 *
 * @public
 */
export function ApprovalsCard() {
  const { entity } = useEntity();
  const t = useApprovalText();
  const approvals = useApprovals({
    scope: 'open',
    entityRefs: [stringifyEntityRef(entity)],
    limit: MOST,
  });
  const { items, data, refresh } = approvals;
  return (
    <>
      {data && items.length > 0 && (
        <Panel
          title={t('inbox.card')}
          aside={<FreshnessDot view={approvals} />}
        >
          <StaleNotice view={approvals} />
          {items.map(item => (
            <ApprovalPanel
              key={item.request.id}
              item={item}
              onChange={refresh}
            />
          ))}
        </Panel>
      )}
      <EntityLanes />
    </>
  );
}
