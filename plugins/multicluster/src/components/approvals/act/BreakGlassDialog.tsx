import {
  ApprovalRequest,
  breakGlassReasonLength,
} from '@fairway/backstage-plugin-multicluster-common';
import { WriteState } from '@fairway/backstage-plugin-multicluster-react';
import { useState } from 'react';
import { BlastText } from '../parts/BlastText';
import { LabelledField } from '../parts/LabelledField';
import { useApprovalText } from '../parts/useApprovalText';
import { ActDialog } from './ActDialog';
import { ApprovalAct } from './useApprovalActs';
import { WriteStatus } from './WriteStatus';
import { focusWhen } from './focusWhen';
import { useTitleText } from '../parts/useTitleText';

/** Props of {@link BreakGlassDialog}. @internal */
export interface BreakGlassDialogProps {
  request: ApprovalRequest;
  state: WriteState;
  /** True: what is on screen beneath is another by now. */
  changed?: boolean;
  onAct(act: ApprovalAct): void;
  onClose(): void;
  onLookAgain(): void;
}

/** Decides past quorum and windows, with a reason that others will read. @internal */
export function BreakGlassDialog(props: BreakGlassDialogProps) {
  const { request, state, changed, onAct, onClose, onLookAgain } = props;
  const t = useApprovalText();
  const [reason, setReason] = useState('');
  const [ticket, setTicket] = useState('');
  const missing = breakGlassReasonLength - reason.trim().length;
  return (
    <ActDialog
      title={t('vote.breakGlassTitle', { title: useTitleText()(request) })}
      act={t('vote.breakGlassNow')}
      danger
      busy={state.status === 'sending' || state.status === 'confirming'}
      disabled={changed || missing > 0}
      onAct={() =>
        onAct({
          kind: 'break-glass',
          reason: reason.trim(),
          ticket: ticket.trim() || undefined,
        })
      }
      onClose={onClose}
    >
      <div>{t('vote.breakGlassText')}</div>
      <div>
        {t('request.where')}
        {t('request.colon')}
        {request.environment && `${request.environment} · `}
        <BlastText subject={request.subject} radius={request.blastRadius} />
      </div>
      <LabelledField
        inputRef={focusWhen(true)}
        multiline
        minRows={2}
        required
        label={t('vote.reason', { length: String(breakGlassReasonLength) })}
        helperText={
          missing > 0
            ? t('vote.reasonShort', { count: missing })
            : t('vote.commentHint')
        }
        value={reason}
        onChange={event => setReason(event.target.value)}
        inputProps={{ maxLength: 4096 }}
      />
      <LabelledField
        label={t('vote.ticket')}
        helperText={t('vote.ticketHint')}
        value={ticket}
        onChange={event => setTicket(event.target.value)}
        inputProps={{ maxLength: 200 }}
      />
      <WriteStatus state={state} changed={changed} onLookAgain={onLookAgain} />
    </ActDialog>
  );
}
