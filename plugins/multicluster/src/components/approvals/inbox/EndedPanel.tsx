import { useApprovals } from '@fairway/backstage-plugin-multicluster-react';
import { Panel } from '../../fleet/frame/Panel';
import { ApprovalRow } from '../parts/ApprovalRow';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';

const FEW = 20;

/** How requests ended lately. Nothing while there are none. @internal */
export function EndedPanel() {
  const t = useApprovalText();
  const classes = useApprovalStyles();
  const { items } = useApprovals({ scope: 'all', limit: FEW + FEW });
  const ended = items
    .filter(({ request }) => request.closedAt !== undefined)
    .slice(0, FEW);
  if (ended.length === 0) {
    return null;
  }
  return (
    <Panel title={t('inbox.ended')}>
      <ul className={classes.plain}>
        {ended.map(item => (
          <ApprovalRow key={item.request.id} item={item} />
        ))}
      </ul>
    </Panel>
  );
}
