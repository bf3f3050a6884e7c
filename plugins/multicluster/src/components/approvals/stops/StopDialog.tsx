import { LineStop } from '@fairway/backstage-plugin-multicluster-common';
import { Write } from '@fairway/backstage-plugin-multicluster-react';
import { useState } from 'react';
import { ActDialog } from '../act/ActDialog';
import { WriteStatus } from '../act/WriteStatus';
import { focusWhen } from '../act/focusWhen';
import { EnvironmentField } from '../parts/EnvironmentField';
import { LabelledField } from '../parts/LabelledField';
import { useApprovalText } from '../parts/useApprovalText';

const HOUR_MS = 3_600_000;

/** What a stop of the line says. @internal */
export type StopInput = Pick<LineStop, 'scope' | 'reason' | 'until'>;

/** Props of {@link StopDialog}. @internal */
export interface StopDialogProps {
  /** Outlives the dialog: what was sent is not given up because somebody closed it. */
  write: Write<StopInput, LineStop>;
  onClose(): void;
  onDone(): void;
}

/** Stops the line: where, why and for how long. @internal */
export function StopDialog(props: StopDialogProps) {
  const { write, onClose, onDone } = props;
  const t = useApprovalText();
  const [environment, setEnvironment] = useState('');
  const [reason, setReason] = useState('');
  const [hours, setHours] = useState('4');
  const { status } = write.state;
  const length = Number(hours);
  const stop = async () => {
    const done = await write.run({
      scope: environment ? { environment } : {},
      reason: reason.trim(),
      until: new Date(Date.now() + length * HOUR_MS).toISOString(),
    });
    if (done) {
      onClose();
      onDone();
    }
  };
  return (
    <ActDialog
      title={t('stop.title')}
      act={t('stop.now')}
      danger
      busy={status === 'sending' || status === 'confirming'}
      disabled={reason.trim() === '' || !(length > 0)}
      onAct={stop}
      onClose={onClose}
    >
      <div>{t('stop.text')}</div>
      <LabelledField
        inputRef={focusWhen(true)}
        required
        label={t('stop.reason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        inputProps={{ maxLength: 4096 }}
      />
      <EnvironmentField value={environment} onChange={setEnvironment} />
      <LabelledField
        type="number"
        label={t('stop.hours')}
        value={hours}
        onChange={event => setHours(event.target.value)}
        inputProps={{ min: 1, max: 168 }}
      />
      <WriteStatus state={write.state} onLookAgain={onDone} />
    </ActDialog>
  );
}
