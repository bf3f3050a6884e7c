import { RequestRecord } from '../model/RequestRecord';
import { VoteRecord } from '../model/VoteRecord';
import { RequestEffect } from '../rules/machine/AdvanceResult';
import { RequestChange } from '../store/RequestChange';
import { StaleWriteError } from '../store/StaleWriteError';
import type { EffectContext } from './applyAdvance';
import { hasBegun } from './hasBegun';
import { haltRequest } from './haltRequest';
import { isEmergency } from './isEmergency';
import { isUnfinished } from './isUnfinished';
import { resumeSteps } from './resumeSteps';
import { sealRequest } from './sealRequest';
import { storeVote } from './storeVote';

/** Writes down one effect of an event. */
export function applyEffect(
  change: RequestChange,
  effect: RequestEffect,
  context: EffectContext,
): void {
  switch (effect.type) {
    case 'store-vote':
      storeVote(change, effect.as, context);
      return;
    case 'withdraw-votes':
      withdrawVotes(change, effect.whose, context);
      return;
    case 'void-votes':
      voidVotes(change, effect.which, context, effect.reason);
      return;
    case 'seal':
      sealRequest(change, effect, context);
      return;
    case 'recall-delivery':
      recallDelivery(change);
      return;
    case 'close-delivery':
      closeDelivery(change, effect.unsent);
      return;
    case 'retry':
      retry(change, context);
      return;
    case 'resume':
      resumeSteps(change);
      return;
    case 'halt':
      haltRequest(change, effect, context);
      return;
    case 'apply-policy':
      change.update({ ...context.policy });
      return;
    default:
      // An entry in the trail, which every event has.
      return;
  }
}

function withdrawVotes(
  change: RequestChange,
  whose: 'own' | 'own-or-all',
  { withdrawing }: EffectContext,
): void {
  if (!withdrawing) {
    return;
  }
  const own = change.counted.filter(({ voter }) => voter === withdrawing.by);
  const gone =
    own.length === 0 && whose === 'own-or-all' ? change.counted : own;
  gone.forEach(({ id }) => change.updateVote(id, { status: 'withdrawn' }));
}

function voidVotes(
  change: RequestChange,
  which: 'all' | 'named',
  context: EffectContext,
  reason: string,
): void {
  const { named } = context;
  // The generation has grown by now where all are void: those that count are of any generation before.
  const counted = change.votes.filter(({ status }) => status === 'counted');
  const gone = counted.filter(
    ({ id }) => which === 'all' || named?.votes.includes(id),
  );
  for (const { id } of gone) {
    const why = which === 'named' ? named?.reason : undefined;
    change.updateVote(id, { status: 'void', reason: why ?? reason });
  }
  // Nothing is sent in the name of somebody whose vote counts no more, although the decision stands without it.
  change.steps
    .filter(({ state }) => state === 'queued' || state === 'waiting')
    .filter(({ voter }) =>
      gone.some(vote => vote.voter === voter && isFor(vote, change.request)),
    )
    .forEach(({ id }) => change.updateStep(id, { state: 'recalled' }));
  replanIfBare(change, context);
}

/** A refusal of whoever went past the rules after it concerns nothing of what goes out in their name. */
function isFor(
  { decision }: VoteRecord,
  request: Pick<RequestRecord, 'decision'>,
): boolean {
  return request.decision === undefined || decision === request.decision;
}

/** A decision that stands on other votes, and all of whose steps went with those that are void, would never be delivered. */
function replanIfBare(change: RequestChange, context: EffectContext): void {
  const { request, delivery, steps } = change;
  if (
    request.state !== 'queued' ||
    !request.decision ||
    delivery?.state !== 'queued' ||
    steps.some(({ state }) => state !== 'recalled')
  ) {
    return;
  }
  change.updateDelivery({ state: 'recalled', closedAt: change.now });
  sealRequest(
    change,
    {
      type: 'seal',
      decision: request.decision,
      bypass: isEmergency(request),
      leased: false,
    },
    context,
  );
}

/** The machine asks for it only while nothing was sent; a worker that was faster has changed the request by then. */
function recallDelivery(change: RequestChange): void {
  if (!change.delivery || change.delivery.state === 'recalled') {
    return;
  }
  if (hasBegun(change.steps)) {
    throw new StaleWriteError();
  }
  for (const step of change.steps.filter(isUnfinished)) {
    change.updateStep(step.id, {
      state: 'recalled',
      fence: step.fence + 1,
      leaseOwner: undefined,
      leaseUntil: undefined,
    });
  }
  change.updateDelivery({ state: 'recalled', closedAt: change.now });
}

function closeDelivery(
  change: RequestChange,
  unsent: 'not-needed' | 'recalled',
): void {
  if (!change.delivery) {
    return;
  }
  // Whether what was sent had its effect is not known any more; it is never told as one that had, nor as taken back.
  const left = unsent === 'not-needed' ? 'not-needed' : 'failed';
  for (const step of change.steps.filter(isUnfinished)) {
    change.updateStep(step.id, {
      state: step.sentAt === undefined ? unsent : left,
      fence: step.fence + 1,
      leaseOwner: undefined,
      leaseUntil: undefined,
    });
  }
  change.updateDelivery({ state: 'done', closedAt: change.now });
}

function retry(change: RequestChange, { step }: EffectContext): void {
  if (step) {
    change.updateStep(step.id, {
      state: 'queued',
      nextAt: step.retryAt,
      leaseOwner: undefined,
      leaseUntil: undefined,
    });
  }
  change.updateDelivery({
    state: change.request.state === 'queued' ? 'queued' : 'delivering',
  });
}
