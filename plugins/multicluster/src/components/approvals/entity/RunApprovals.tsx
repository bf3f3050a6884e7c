import { useApprovals } from '@fairway/backstage-plugin-multicluster-react';
import { Panel } from '../../fleet/frame/Panel';
import { StaleNotice } from '../../fleet/frame/StaleNotice';
import { ApprovalPanel } from '../parts/ApprovalPanel';
import { useApprovalText } from '../parts/useApprovalText';

/** Requests about a run, open and over; nothing where there are none. @internal */
export function RunApprovals(props: { runId: string }) {
  const { runId } = props;
  const t = useApprovalText();
  const approvals = useApprovals({ scope: 'all', runId, limit: 20 });
  const { items, data, refresh } = approvals;
  if (!data || items.length === 0) {
    return null;
  }
  return (
    <Panel title={t('inbox.ofRun')}>
      <StaleNotice view={approvals} />
      {items.map(item => (
        <ApprovalPanel
          key={item.request.id}
          item={item}
          onChange={refresh}
          onRunPage
        />
      ))}
    </Panel>
  );
}
