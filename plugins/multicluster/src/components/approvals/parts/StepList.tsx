import {
  ApprovalItem,
  DeliveryStep,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  StateIcon,
  StateLook,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { decisionOfStep } from '../model/decisionOfStep';
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
export function StepList(props: {
  item: Pick<ApprovalItem, 'request' | 'tone'>;
}) {
  const { request, tone } = props.item;
  const { steps } = request;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const say = useSentence();
  const titleOf = useStepTitle(request);
  if (steps.length === 0) {
    return null;
  }
  return (
    <ol
      className={`${classes.plain} ${classes.body}`}
      aria-label={t('request.steps')}
    >
      {steps.map(step => {
        const look = lookOf(step, tone);
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
                {step.sentence ? say(step.sentence) : t(`step.${step.state}`)}
              </span>
              <Age time={step.observedAt ?? step.sentAt} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function lookOf(
  { state }: DeliveryStep,
  tone: ApprovalItem['tone'],
): StateLook {
  // Where the policy wants somebody to say that it goes on, nothing is wrong.
  return state === 'halted' && tone === 'hold'
    ? LOOKS['needs-user']
    : LOOKS[state] ?? LOOKS.ambiguous;
}
