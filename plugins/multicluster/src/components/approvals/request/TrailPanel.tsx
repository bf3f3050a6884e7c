import {
  ApprovalRequest,
  AuditEntry,
} from '@fairway/backstage-plugin-multicluster-common';
import { Age, useSentence } from '@fairway/backstage-plugin-multicluster-react';
import { Panel } from '../../fleet/frame/Panel';
import { becauseIn } from '../model/becauseIn';
import { decisionBefore } from '../model/decisionBefore';
import { saidIn } from '../model/saidIn';
import { trailKeyOf } from '../model/trailKeyOf';
import { voteInTrail } from '../model/voteInTrail';
import { whyInTrail } from '../model/whyInTrail';
import { useActorText } from '../parts/useActorText';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { useStepTitle } from '../parts/useStepTitle';
import { VoteList } from '../parts/VoteList';

/** Votes that do not count, and everything that happened to a request, newest last. @internal */
export function TrailPanel(props: {
  request: ApprovalRequest;
  trail: AuditEntry[];
}) {
  const { request, trail } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const titleOf = useStepTitle(request);
  return (
    <Panel title={t('request.trail')}>
      {request.votes.some(({ status }) => status !== 'counted') && (
        <div className={classes.pad}>
          <VoteList request={request} past />
        </div>
      )}
      <ol className={classes.plain}>
        {trail.map(entry => (
          <TrailRow
            key={entry.seq}
            entry={entry}
            titleOf={step => titleOf(step, decisionBefore(trail, entry.seq))}
          />
        ))}
      </ol>
    </Panel>
  );
}

function TrailRow(props: {
  entry: AuditEntry;
  /** What a step is for. */
  titleOf(key: string): string | undefined;
}) {
  const { seq, at, actor, action, payload } = props.entry;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const nameOf = useActorText();
  const key = trailKeyOf(action);
  const vote = voteInTrail(props.entry);
  const say = useSentence();
  const why = whyInTrail(payload);
  const said = saidIn(payload);
  const because = becauseIn(payload);
  const step = payload?.step;
  const what = typeof step === 'string' ? props.titleOf(step) : undefined;
  return (
    <li className={`${classes.row} ${classes.numbered}`} data-action={action}>
      <span className={`${classes.quiet} ${classes.nowrap}`}>{seq}</span>
      <span className={classes.line}>
        {key ? (
          <span title={action}>
            {vote ? t(`voted.${vote}`) : t(`trail.${key}`)}
          </span>
        ) : (
          <span className={classes.mono}>{action}</span>
        )}
        {what && <span>{what}</span>}
        <span className={classes.quiet}>{nameOf(actor)}</span>
        {why && (
          <span className={classes.quiet}>
            {'known' in why ? t(`code.${why.known}`) : why.text}
          </span>
        )}
        {said && <span className={classes.quiet}>{said}</span>}
        {because && <span className={classes.quiet}>{say(because)}</span>}
        {payload === undefined && (
          <span className={classes.quiet}>{t('request.erased')}</span>
        )}
      </span>
      <Age time={at} />
    </li>
  );
}
