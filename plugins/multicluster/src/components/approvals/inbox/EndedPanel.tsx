import {
  ApprovalsRequest,
  useApprovals,
} from '@fairway/backstage-plugin-multicluster-react';
import { Panel } from '../../fleet/frame/Panel';
import { ApprovalRow } from '../parts/ApprovalRow';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';

const FEW = 20;

/** How requests ended lately, the last that ended first. Nothing while there are none. @internal */
export function EndedPanel(props: {
  narrowed: Pick<ApprovalsRequest, 'environment' | 'entityRefs'>;
}) {
  const t = useApprovalText();
  const classes = useApprovalStyles();
  // Asked for by themselves: behind everything that is open they are on no first page.
  const { items } = useApprovals({
    scope: 'closed',
    limit: FEW,
    ...props.narrowed,
  });
  if (items.length === 0) {
    return null;
  }
  return (
    <Panel title={t('inbox.ended')}>
      <ul className={classes.plain}>
        {items.map(item => (
          <ApprovalRow key={item.request.id} item={item} />
        ))}
      </ul>
    </Panel>
  );
}
