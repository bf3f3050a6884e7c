import { Link } from '@backstage/core-components';
import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  StateIcon,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { approvalLook } from '../model/approvalLook';
import { EnforcementTag } from './EnforcementTag';
import { useApprovalLinks } from './useApprovalLinks';
import { useApprovalStyles } from './useApprovalStyles';
import { useApprovalText } from './useApprovalText';
import { useRefusalText } from './useRefusalText';

/** A request that is not the reader's to decide, or over: what it waits for, or how it ended. @internal */
export function ApprovalRow(props: { item: ApprovalItem }) {
  const { request, can } = props.item;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const say = useSentence();
  const refusal = useRefusalText();
  const links = useApprovalLinks();
  const look = approvalLook(request.state);
  const page = links.request(request.id);
  const open = request.closedAt === undefined;
  return (
    <li
      className={classes.row}
      data-request={request.id}
      data-state={request.state}
    >
      <StateIcon shape={look.shape} tone={look.tone} />
      <div className={classes.body}>
        <div className={classes.line}>
          {page ? (
            <Link to={page} className={classes.strong}>
              {request.title}
            </Link>
          ) : (
            <span className={classes.strong}>{request.title}</span>
          )}
          <span className={classes.quiet}>{t(`state.${request.state}`)}</span>
          <EnforcementTag enforcement={request.enforcement} />
        </div>
        <div>{say(request.sentence)}</div>
        {open && can.approve.code && (
          <div className={classes.quiet} data-refusal={can.approve.code}>
            {refusal(can.approve)}
          </div>
        )}
      </div>
      <Age time={request.closedAt ?? request.createdAt} />
    </li>
  );
}
