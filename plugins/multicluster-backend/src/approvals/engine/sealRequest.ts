import { randomUUID } from 'node:crypto';
import { RequestEffect } from '../rules/machine/AdvanceResult';
import { RequestChange } from '../store/RequestChange';
import type { EffectContext } from './applyAdvance';

/** The request that seals delivers itself for so long; what it leaves undone is ambiguous then. */
const IN_REQUEST_LEASE_MS = 30_000;

/** Writes the decision into the outbox. From here on at most one of it has an effect, whatever crashes. */
export function sealRequest(
  change: RequestChange,
  effect: Extract<RequestEffect, { type: 'seal' }>,
  { planner, actor }: EffectContext,
): void {
  const { now, request } = change;
  const atOnce = effect.leased || effect.atOnce === true;
  const recallUntil = atOnce ? now : now + request.policy.recallMs;
  // A refusal waits for no time that somebody who agreed asked for.
  const asked = effect.decision === 'approve' ? request.notBefore ?? 0 : 0;
  const notBefore = Math.max(recallUntil, asked);
  const id = randomUUID();
  change.update({
    sealedAt: now,
    recallUntil: atOnce ? undefined : notBefore,
  });
  const planned = planner.plan(change.request, change.counted);
  change.note({
    actor,
    action: 'request.sealed',
    payload: {
      decision: effect.decision,
      generation: change.request.generation,
      subjectDigest: request.subjectDigest,
      policyHash: request.policyHash,
      pastTheRules: effect.bypass,
      votes: change.counted.map(({ voter, decision }) => ({ voter, decision })),
      steps: planned.map(({ key }) => key),
      notBefore,
    },
  });
  change.addDelivery(
    {
      id,
      requestId: request.id,
      gateKey: request.gateKey,
      generation: request.generation,
      decision: effect.decision,
      state: effect.leased ? 'delivering' : 'queued',
      createdAt: now,
      notBefore,
    },
    planned.map((step, ordinal) => ({
      ...step,
      id: randomUUID(),
      deliveryId: id,
      requestId: request.id,
      generation: request.generation,
      ordinal,
      state: effect.leased && ordinal === 0 ? 'leased' : 'queued',
      // The same for every attempt, so that a source which knows the key does it once.
      idempotencyKey: `${request.id}.${request.generation}.${step.key}`,
      fence: effect.leased && ordinal === 0 ? 1 : 0,
      attempts: 0,
      failures: 0,
      ...(effect.leased &&
        ordinal === 0 && { leaseUntil: now + IN_REQUEST_LEASE_MS }),
    })),
  );
}
