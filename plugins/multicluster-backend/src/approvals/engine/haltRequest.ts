import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';
import { RequestEffect } from '../rules/machine/AdvanceResult';
import { RequestChange } from '../store/RequestChange';
import type { EffectContext } from './applyAdvance';
import { hasBegun } from './hasBegun';
import { isUnfinished } from './isUnfinished';

/** Notes why a delivery cannot go on, whose work that is and what they may do. */
export function haltRequest(
  change: RequestChange,
  effect: Extract<RequestEffect, { type: 'halt' }>,
  { owners, step }: EffectContext,
): void {
  const { policy, kind } = change.request;
  const why = effect.sentence ?? sentence(`approval.halted.${effect.why}`);
  const halted = step ? change.step(step.id) : undefined;
  if (halted && isUnfinished(halted)) {
    change.updateStep(halted.id, {
      state: 'halted',
      sentence: why,
      leaseOwner: undefined,
      leaseUntil: undefined,
    });
  }
  const may: NonNullable<RequestRecord['halted']>['may'] = ['continue'];
  // Only dispatch that a control plane holds can be taken back. What halted after it was sent has begun as well.
  const sent = change.steps.some(({ sentAt }) => sentAt !== undefined);
  if (kind === 'lane' && (sent || hasBegun(change.steps))) {
    may.push('roll-back');
  }
  may.push('abandon');
  change.update({
    halted: {
      sentence: why,
      owners: policy.escalate.length > 0 ? policy.escalate : owners ?? [],
      may,
    },
  });
  change.updateDelivery({ state: 'halted' });
}
