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
import { decisionOfStep } from '../model/decisionOfStep';
import { isAskedFor } from '../model/isAskedFor';
import { useApprovalStyles } from './useApprovalStyles';
import { useApprovalText } from './useApprovalText';
import { useStepTitle } from './useStepTitle';

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
export function StepList(props: { request: Pick<ApprovalRequest, 'steps'> }) {
  const { steps } = props.request;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const say = useSentence();
  const titleOf = useStepTitle(props.request);
  if (steps.length === 0) {
    return null;
  }
  return (
    <ol
      className={`${classes.plain} ${classes.body}`}
      aria-label={t('request.steps')}
    >
      {steps.map(step => {
        const look = lookOf(step);
        return (
          <li
            key={step.key}
            className={classes.point}
            data-step={step.key}
            data-state={step.state}
          >
            <StateIcon shape={look.shape} tone={look.tone} size={14} />
            <span className={classes.line}>
              <span>
                {titleOf(step.key, decisionOfStep(step)) ?? step.title}
              </span>
              <span className={classes.quiet}>
                {step.sentence && !isOver(step)
                  ? say(step.sentence)
                  : t(`step.${step.state}`)}
              </span>
              <Age time={step.observedAt ?? step.sentAt} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** What was waited for, and is not any more: its sentence would go on asking. */
function isOver({ state, sentence }: DeliveryStep): boolean {
  return state !== 'halted' && isAskedFor(sentence);
}

function lookOf({ state, sentence }: DeliveryStep): StateLook {
  // Where the policy wants somebody to say that it goes on, nothing is wrong.
  return state === 'halted' && isAskedFor(sentence)
    ? LOOKS['needs-user']
    : LOOKS[state] ?? LOOKS.ambiguous;
}
