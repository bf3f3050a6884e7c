import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { useSentence } from '@fairway/backstage-plugin-multicluster-react';
import { useState } from 'react';
import { ActDialog } from '../act/ActDialog';
import { WriteStatus } from '../act/WriteStatus';
import { BlastText } from '../parts/BlastText';
import { LabelledField } from '../parts/LabelledField';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { BulkVote } from './useBulkVote';
import { useTitleText } from '../parts/useTitleText';

/** Props of {@link BulkDialog}. @internal */
export interface BulkDialogProps {
  bulk: BulkVote;
  /** As they were when the dialog opened. */
  looked: ApprovalItem[];
  onClose(): void;
  onLookAgain(): void;
}

/** Several approvals at once: names each with what comes of it, before they are cast. @internal */
export function BulkDialog(props: BulkDialogProps) {
  const { bulk, looked, onClose, onLookAgain } = props;
  const { state } = bulk;
  const changed = bulk.isStale(looked);
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const say = useSentence();
  const titleOf = useTitleText();
  const [comment, setComment] = useState('');
  return (
    <ActDialog
      title={t('inbox.bulkTitle', { count: looked.length })}
      act={t('inbox.approveChosen')}
      ready
      busy={state.status === 'sending' || state.status === 'confirming'}
      disabled={changed}
      onAct={async () => {
        if (await bulk.approve(looked, comment.trim() || undefined)) {
          onClose();
        }
      }}
      onClose={onClose}
    >
      <ul className={classes.list}>
        {looked.map(({ request, can }) => (
          <li key={request.id}>
            <div className={classes.strong}>{titleOf(request)}</div>
            <div className={classes.quiet}>
              <BlastText
                subject={request.subject}
                radius={request.blastRadius}
              />
            </div>
            {can.approve.sentence && (
              <div className={classes.quiet}>{say(can.approve.sentence)}</div>
            )}
          </li>
        ))}
      </ul>
      <LabelledField
        multiline
        minRows={2}
        label={t('vote.comment')}
        helperText={t('inbox.bulkComment')}
        value={comment}
        onChange={event => setComment(event.target.value)}
        inputProps={{ maxLength: 4096 }}
      />
      <WriteStatus state={state} changed={changed} onLookAgain={onLookAgain} />
    </ActDialog>
  );
}
