import { Link } from '@backstage/core-components';
import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  StateIcon,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { approvalLook } from '../model/approvalLook';
import { EnforcementTag } from './EnforcementTag';
import { RequestLinks } from './RequestLinks';
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
  // What nobody may decide here says so by its own sentence.
  const why =
    can.approve.sentence?.code === request.sentence.code
      ? undefined
      : can.approve.code;
  return (
    <li
      className={classes.row}
      data-request={request.id}
      data-state={request.state}
    >
      <StateIcon
        shape={look.shape}
        tone={look.tone}
        label={t(`state.${request.state}`)}
      />
      <div className={classes.body}>
        <div className={classes.line}>
          {page ? (
            <Link to={page} className={classes.strong}>
              {request.title}
            </Link>
          ) : (
            <span className={classes.strong}>{request.title}</span>
          )}
          <EnforcementTag enforcement={request.enforcement} />
          {request.delivery === 'none' && (
            <span className={classes.quiet}>
              <RequestLinks request={request} onRunPage />
            </span>
          )}
        </div>
        <div>{say(request.sentence)}</div>
        {open && why && (
          <div className={classes.quiet} data-refusal={why}>
            {refusal(can.approve)}
          </div>
        )}
      </div>
      <Age time={request.closedAt ?? request.createdAt} />
    </li>
  );
}
