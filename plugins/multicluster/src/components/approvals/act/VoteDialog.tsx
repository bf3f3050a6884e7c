import { ApprovalRequest } from '@fairway/backstage-plugin-multicluster-common';
import { WriteState } from '@fairway/backstage-plugin-multicluster-react';

import { useState } from 'react';
import { EnforcementTag } from '../parts/EnforcementTag';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { LabelledField } from '../parts/LabelledField';
import { useApprovalText } from '../parts/useApprovalText';
import { ActDialog } from './ActDialog';
import { toIsoTime } from './toIsoTime';
import { ApprovalAct } from './useApprovalActs';
import { WriteStatus } from './WriteStatus';
import { focusWhen } from './focusWhen';

const MOST = 4096;

/** Props of {@link VoteDialog}. @internal */
export interface VoteDialogProps {
  request: ApprovalRequest;
  decision: 'approve' | 'reject';
  state: WriteState;
  onAct(act: ApprovalAct): void;
  onClose(): void;
  onLookAgain(): void;
}

/** A vote with what is said beside it; says what refusing does before it is done. @internal */
export function VoteDialog(props: VoteDialogProps) {
  const { request, decision, state, onAct, onClose, onLookAgain } = props;
  const { title, enforcement, rejectRollsBack, delivery } = request;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const [comment, setComment] = useState('');
  const [later, setLater] = useState('');
  const approve = decision === 'approve';
  return (
    <ActDialog
      title={t(approve ? 'vote.approveTitle' : 'vote.rejectTitle', { title })}
      act={t(approve ? 'vote.approve' : 'vote.rejectNow')}
      danger={!approve}
      ready={approve}
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
      <div>
        <EnforcementTag enforcement={enforcement} />
      </div>
      {!approve && rejectRollsBack !== undefined && (
        <div>
          {t(rejectRollsBack ? 'request.rollsBack' : 'request.rollsBackNot')}
        </div>
      )}
      <LabelledField
        inputRef={focusWhen(!approve)}
        multiline
        minRows={2}
        label={t('vote.comment')}
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
          InputLabelProps={{ shrink: true }}
          className={classes.mono}
          value={later}
          onChange={event => setLater(event.target.value)}
        />
      )}
      <WriteStatus state={state} onLookAgain={onLookAgain} />
    </ActDialog>
  );
}
