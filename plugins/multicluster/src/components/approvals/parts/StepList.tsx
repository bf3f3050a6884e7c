import {
  ApprovalRequest,
  DeliveryStep,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  StateIcon,
  StateLook,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { laneStep } from '../model/laneStep';
import { useActorText } from './useActorText';
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
export function StepList(props: {
  request: Pick<ApprovalRequest, 'steps' | 'decision'>;
}) {
  const { steps, decision } = props.request;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const say = useSentence();
  const nameOf = useActorText();
  // A step is stored with its title in English: what it is for is told by its key.
  const titleOf = ({ key, title }: DeliveryStep) => {
    const [, voter] = /^voter\/(.+)$/.exec(key) ?? [];
    if (voter) {
      return t(decision === 'reject' ? 'step.rejectionBy' : 'step.approvalBy', {
        name: nameOf(voter),
      });
    }
    const lane = laneStep(key, t('request.comma'));
    if (lane) {
      return t(lane.key, lane.params);
    }
    return key === 'answer' ? t('step.answer', { gate: title }) : title;
  };
  if (steps.length === 0) {
    return null;
  }
  return (
    <ol
      className={`${classes.plain} ${classes.body}`}
      aria-label={t('request.steps')}
    >
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
            <span>{titleOf(step)}</span>
            <span className={classes.quiet}>
              {step.sentence ? say(step.sentence) : t(`step.${step.state}`)}
            </span>
            <Age time={step.observedAt ?? step.sentAt} />
          </li>
        );
      })}
    </ol>
  );
}
