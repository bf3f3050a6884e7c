import { DeliveryStep } from '@fairway/backstage-plugin-multicluster-common';
import { toIso } from '../../views/toIso';
import { StepRecord } from '../model/StepRecord';
import { compact } from '../store/compact';
import { isAskedFor } from './isAskedFor';

/** A stored step as the API gives it. Leases and fences are nobody's business. */
export function toStep(step: StepRecord): DeliveryStep {
  return compact<DeliveryStep>({
    ordinal: step.ordinal,
    key: step.key,
    title: step.title,
    state: step.state,
    identity: step.identity,
    attempts: step.attempts,
    sentence: isOver(step) ? undefined : step.sentence,
    providerRef: step.providerRef,
    sentAt: step.sentAt === undefined ? undefined : toIso(step.sentAt),
    observedAt:
      step.observedAt === undefined ? undefined : toIso(step.observedAt),
  });
}

/** What was waited for, and is not any more: its sentence would go on asking. */
function isOver({ state, sentence }: StepRecord): boolean {
  return state !== 'halted' && isAskedFor(sentence);
}
