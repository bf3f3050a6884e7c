import {
  ApprovalRequest,
  Vote,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  StateIcon,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { missingVotes } from '../model/missingVotes';
import { sentenceOfVote } from '../model/sentenceOfVote';
import { MissingList } from './MissingList';
import { useActorText } from './useActorText';
import { useApprovalStyles } from './useApprovalStyles';
import { useApprovalText } from './useApprovalText';

/**
 * Who voted how, and who is still missing; with `past` the votes that count no more or never did, and nothing else.
 *
 * @internal
 */
export function VoteList(props: { request: ApprovalRequest; past?: boolean }) {
  const { request, past = false } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const votes = request.votes.filter(({ status }) =>
    past ? status !== 'counted' : status === 'counted',
  );
  const open =
    !past && request.state === 'pending' && request.delivery !== 'none';
  const missing =
    open && request.quorum ? missingVotes(request.quorum) : undefined;
  if (votes.length === 0 && !missing) {
    return null;
  }
  return (
    <ul className={classes.votes} aria-label={t('request.votes')}>
      {votes.map(vote => (
        <li key={`${vote.voter}/${vote.at}`} className={classes.vote}>
          <VoteText vote={vote} />
        </li>
      ))}
      {missing && <MissingList missing={missing} />}
    </ul>
  );
}

const LOOKS = {
  approve: { shape: 'ok', tone: 'ok' },
  reject: { shape: 'bad', tone: 'bad' },
  none: { shape: 'skip', tone: 'stale' },
} as const;

function VoteText(props: { vote: Vote }) {
  const { voter, decision, status, comment, reason, at } = props.vote;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const say = useSentence();
  const look = LOOKS[status === 'counted' ? decision : 'none'];
  const name = useActorText()(voter);
  const word =
    status === 'counted'
      ? t(decision === 'approve' ? 'vote.approved' : 'vote.rejected', { name })
      : t(`vote.${status}`, { name });
  return (
    <>
      <StateIcon shape={look.shape} tone={look.tone} size={14} />
      <span>{word}</span>
      <Age time={at} />
      {comment && <span className={classes.quiet}>{comment}</span>}
      {reason && (
        <span className={classes.quiet}>{say(sentenceOfVote(reason))}</span>
      )}
    </>
  );
}
