import { WriteState } from '@fairway/backstage-plugin-multicluster-react';

import { ReactNode, useState } from 'react';
import { LabelledField } from '../parts/LabelledField';
import { useApprovalText } from '../parts/useApprovalText';
import { ActDialog } from './ActDialog';
import { WriteStatus } from './WriteStatus';
import { focusWhen } from './focusWhen';

/** Props of {@link ReasonDialog}. @internal */
export interface ReasonDialogProps {
  title: string;
  act: string;
  label: string;
  danger?: boolean;
  disabled?: boolean;
  state: WriteState;
  /** True: what is on screen beneath is another by now. */
  changed?: boolean;
  onAct(reason: string): void;
  onClose(): void;
  onLookAgain(): void;
  /** What it does, above the field. */
  children?: ReactNode;
}

/** Asks for a reason, and does it. @internal */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, act, label, danger, state, changed } = props;
  const { onAct, onClose, onLookAgain, children } = props;
  const t = useApprovalText();
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      title={title}
      act={act}
      danger={danger}
      busy={state.status === 'sending' || state.status === 'confirming'}
      disabled={props.disabled || changed || reason.trim() === ''}
      onAct={() => onAct(reason.trim())}
      onClose={onClose}
    >
      {children}
      <LabelledField
        inputRef={focusWhen(true)}
        multiline
        minRows={2}
        required
        label={label}
        helperText={t('vote.commentHint')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        inputProps={{ maxLength: 4096 }}
      />
      <WriteStatus state={state} changed={changed} onLookAgain={onLookAgain} />
    </ActDialog>
  );
}
