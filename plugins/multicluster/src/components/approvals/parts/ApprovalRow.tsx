import { Link } from '@backstage/core-components';
import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  StateIcon,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { approvalLook } from '../model/approvalLook';
import { saysWhoMay } from '../model/saysWhoMay';
import { BreakGlassNote } from './BreakGlassNote';
import { EnforcementTag } from './EnforcementTag';
import { RelatedNotes } from './RelatedNotes';
import { RequestLinks } from './RequestLinks';
import { useApprovalLinks } from './useApprovalLinks';
import { useApprovalStyles } from './useApprovalStyles';
import { useApprovalText } from './useApprovalText';
import { useTitleText } from './useTitleText';

/** A request that is not the reader's to decide, or over: what it waits for, or how it ended. @internal */
export function ApprovalRow(props: { item: ApprovalItem }) {
  const { request, can } = props.item;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const say = useSentence();
  const links = useApprovalLinks();
  const look = approvalLook(props.item);
  const title = useTitleText()(request);
  const page = links.request(request.id);
  const open = request.closedAt === undefined;
  // What nobody may decide here says so by its own sentence; what an approval would do is said beside its button, and here is none.
  const { allowed, code, sentence: why } = can.approve;
  const told = allowed || why === undefined || !saysWhoMay(request);
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
              {title}
            </Link>
          ) : (
            <span className={classes.strong}>{title}</span>
          )}
          <EnforcementTag enforcement={request.enforcement} />
          {request.delivery === 'none' && (
            <span className={classes.quiet}>
              <RequestLinks request={request} onRunPage />
            </span>
          )}
        </div>
        <div>{say(request.sentence)}</div>
        <BreakGlassNote request={request} />
        {open && !told && (
          <div className={classes.quiet} data-refusal={code}>
            {say(why)}
          </div>
        )}
        <RelatedNotes item={props.item} />
      </div>
      <Age time={request.closedAt ?? request.createdAt} />
    </li>
  );
}
