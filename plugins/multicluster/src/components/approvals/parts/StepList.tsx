import { DeliveryStep } from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  StateIcon,
  StateLook,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { useApprovalStyles } from './useApprovalStyles';
import { useApprovalText } from './useApprovalText';

const LOOKS: Record<DeliveryStep['state'], StateLook> = {
  queued: { shape: 'pending', tone: 'stale' },
  waiting: { shape: 'pending', tone: 'stale' },
  leased: { shape: 'run', tone: 'run' },
  sent: { shape: 'run', tone: 'run' },
  ambiguous: { shape: 'unknown', tone: 'warn' },
  observed: { shape: 'ok', tone: 'ok' },
  unproven: { shape: 'applied', tone: 'warn' },
  'not-needed': { shape: 'skip', tone: 'stale' },
  halted: { shape: 'warn', tone: 'bad' },
  'needs-user': { shape: 'hold', tone: 'hold' },
  recalled: { shape: 'back', tone: 'stale' },
  failed: { shape: 'bad', tone: 'bad' },
};

/** What is sent of a decision, in its order, and how much of it was seen. @internal */
export function StepList(props: { steps: DeliveryStep[] }) {
  const { steps } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const say = useSentence();
  if (steps.length === 0) {
    return null;
  }
  return (
    <ol className={classes.plain} aria-label={t('request.steps')}>
      {steps.map(step => {
        const look = LOOKS[step.state] ?? LOOKS.ambiguous;
        return (
          <li
            key={step.key}
            className={classes.line}
            data-step={step.key}
            data-state={step.state}
          >
            <StateIcon shape={look.shape} tone={look.tone} size={14} />
            <span>{step.title}</span>
            <span className={classes.quiet}>{t(`step.${step.state}`)}</span>
            {step.sentence && <span>{say(step.sentence)}</span>}
            <Age time={step.observedAt ?? step.sentAt} />
          </li>
        );
      })}
    </ol>
  );
}
