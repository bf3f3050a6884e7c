import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import {
  useSentence,
  WriteState,
} from '@fairway/backstage-plugin-multicluster-react';
import { useState } from 'react';
import { BlastText } from '../parts/BlastText';
import { EnforcementTag } from '../parts/EnforcementTag';
import { LabelledField } from '../parts/LabelledField';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { ActDialog } from './ActDialog';
import { focusWhen } from './focusWhen';
import { toIsoTime } from './toIsoTime';
import { ApprovalAct } from './useApprovalActs';
import { WriteStatus } from './WriteStatus';
import { useTitleText } from '../parts/useTitleText';

const MOST = 4096;

/** Props of {@link VoteDialog}. @internal */
export interface VoteDialogProps {
  item: ApprovalItem;
  decision: 'approve' | 'reject';
  state: WriteState;
  /** True: what is on screen beneath is another by now. */
  changed?: boolean;
  onAct(act: ApprovalAct): void;
  onClose(): void;
  onLookAgain(): void;
}

/** A vote with what is said beside it; says what comes of it before it is cast. @internal */
export function VoteDialog(props: VoteDialogProps) {
  const { item, decision, state, changed, onAct, onClose, onLookAgain } = props;
  const { delivery } = item.request;
  const title = useTitleText()(item.request);
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const [comment, setComment] = useState('');
  const [later, setLater] = useState('');
  const approve = decision === 'approve';
  const needed = needsComment(item, decision);
  return (
    <ActDialog
      title={t(approve ? 'vote.approveTitle' : 'vote.rejectTitle', { title })}
      act={t(approve ? 'vote.approve' : 'vote.rejectNow')}
      danger={!approve}
      ready={approve && !needed}
      disabled={changed || (needed && comment.trim() === '')}
      busy={state.status === 'sending' || state.status === 'confirming'}
      onAct={() =>
        onAct({
          kind: 'vote',
          decision,
          comment: comment.trim() || undefined,
          notBefore: toIsoTime(later),
        })
      }
      onClose={onClose}
    >
      <Consequences item={item} decision={decision} />
      <LabelledField
        inputRef={focusWhen(!approve || needed)}
        multiline
        minRows={2}
        required={needed}
        label={t(needed ? 'vote.commentNeeded' : 'vote.comment')}
        helperText={t('vote.commentHint')}
        value={comment}
        onChange={event => setComment(event.target.value)}
        inputProps={{ maxLength: MOST }}
      />
      {/* What is delivered within the request cannot wait for a time: the person's token is not kept. */}
      {approve && delivery === 'worker' && (
        <LabelledField
          type="datetime-local"
          label={t('vote.notBefore')}
          helperText={t('vote.notBeforeHint')}
          InputLabelProps={{ shrink: true }}
          className={classes.mono}
          value={later}
          onChange={event => setLater(event.target.value)}
        />
      )}
      <WriteStatus state={state} changed={changed} onLookAgain={onLookAgain} />
    </ActDialog>
  );
}

/** Whether the policy asks for a comment with such a vote: the back end refuses one without. */
function needsComment(
  { request: { policy } }: ApprovalItem,
  decision: VoteDialogProps['decision'],
): boolean {
  return (
    policy.comment === 'required' ||
    (policy.comment === 'on-reject' && decision === 'reject')
  );
}

/** What the vote leads to, where, and how firmly it is kept. */
function Consequences(props: Pick<VoteDialogProps, 'item' | 'decision'>) {
  const { item, decision } = props;
  const { request, can } = item;
  const { rejectRollsBack } = request;
  const t = useApprovalText();
  const say = useSentence();
  const { sentence } = can[decision];
  return (
    <>
      {sentence && <div>{say(sentence)}</div>}
      {decision === 'reject' && rejectRollsBack !== undefined && (
        <div>
          {t(rejectRollsBack ? 'request.rollsBack' : 'request.rollsBackNot')}
        </div>
      )}
      <div>
        {t('request.where')}
        {t('request.colon')}
        {request.environment && `${request.environment} · `}
        <BlastText subject={request.subject} radius={request.blastRadius} />
      </div>
      <EnforcementTag enforcement={request.enforcement} explained />
    </>
  );
}
