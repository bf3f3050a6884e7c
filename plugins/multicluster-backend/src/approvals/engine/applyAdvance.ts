import { JsonObject } from '@backstage/types';
import {
  finalApprovalStates,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';
import { VoteRecord } from '../model/VoteRecord';
import { Advance } from '../rules/machine/AdvanceResult';
import { RequestChange } from '../store/RequestChange';
import { applyEffect } from './applyEffect';
import { refuse } from './refuse';
import { StepPlanner } from './StepPlanner';

/** What effects need beside the request. */
export interface EffectContext {
  /** Who did it: a ref, `external:<tool>:<name>` or `system`. */
  actor: string;
  /** Begins the name of the entry in the trail, for example `request.deadline`. */
  action: string;
  planner: StepPlanner;
  /** The vote that is cast. */
  vote?: { record: VoteRecord; evidence?: JsonObject };
  /** Ids of votes that an effect names, and why. */
  named?: { votes: string[]; reason: string };
  /** Whose votes are withdrawn; absent: nobody's. */
  withdrawing?: { by: string };
  /** The policy from now on, with what follows from it. */
  policy?: Pick<
    RequestRecord,
    'policy' | 'policyHash' | 'deadline' | 'refusal'
  >;
  /** What changes of the request beside. */
  patch?: Partial<RequestRecord>;
  /** How it ended, where it ends. */
  sentence?: Sentence;
  /** Goes into the trail with it. */
  payload?: JsonObject;
  /** The step that an effect is about, and when it is tried again. */
  step?: { id: string; retryAt?: number };
  /** Whose work it is when it halts. */
  owners?: string[];
}

/**
 * Writes down what the machine said of an event: effects in their order, the state, the trail.
 *
 * @returns whether anything happened
 * @throws ApprovalError when the machine refused
 */
export function applyAdvance(
  change: RequestChange,
  result: Advance,
  context: EffectContext,
): boolean {
  if (result.kind === 'refused') {
    throw refuse(result.code);
  }
  if (result.kind === 'ignored') {
    return false;
  }
  const before = change.request.state;
  if (result.kind === 'moved') {
    change.update(movedTo(change, result, context));
  }
  if (context.patch) {
    change.update(context.patch);
  }
  for (const effect of result.effects) {
    applyEffect(change, effect, context);
  }
  forgetDeferral(change);
  if (result.kind === 'moved' || result.effects.length > 0) {
    change.note({
      actor: context.actor,
      action: context.action,
      payload: {
        from: before,
        to: change.request.state,
        generation: change.request.generation,
        ...(change.request.decision && { decision: change.request.decision }),
        ...context.payload,
      },
    });
  }
  return result.kind === 'moved' || result.effects.length > 0;
}

/** The time that somebody asked for goes with the last approval. */
function forgetDeferral(change: RequestChange): void {
  const { state, notBefore } = change.request;
  const approved = change.counted.some(
    ({ decision }) => decision === 'approve',
  );
  if (state === 'pending' && notBefore !== undefined && !approved) {
    change.update({ notBefore: undefined });
  }
}

function movedTo(
  change: RequestChange,
  result: Extract<Advance, { kind: 'moved' }>,
  context: EffectContext,
): Partial<RequestRecord> {
  const { to, decision } = result;
  const { detail } = change.request;
  const final = finalApprovalStates.includes(to);
  const collecting = to === 'pending' || to === 'held';
  return {
    state: to,
    ...(decision && { decision: decision === 'none' ? undefined : decision }),
    ...(result.nextGeneration && {
      generation: change.request.generation + 1,
    }),
    ...(collecting && {
      recallUntil: undefined,
      sealedAt: undefined,
      breakGlass: undefined,
      ...(detail.exemption && {
        detail: {
          ...detail,
          exemption: undefined,
          exemptBy: undefined,
          // One that only waits for its window can be released without votes after it.
          ...(to === 'pending' && { exemptionGone: true }),
        },
      }),
    }),
    ...(to !== 'halted' && { halted: undefined }),
    ...(final && {
      closedAt: change.now,
      ...(context.sentence && { sentence: context.sentence }),
    }),
  };
}
