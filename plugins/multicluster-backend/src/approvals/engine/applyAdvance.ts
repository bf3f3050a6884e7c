import { JsonObject } from '@backstage/types';
import {
  finalApprovalStates,
  Sentence,
  TrailAction,
} from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';
import { VoteRecord } from '../model/VoteRecord';
import { Advance } from '../rules/machine/AdvanceResult';
import { windowStateAt } from '../rules/windows/windowStateAt';
import { RequestChange } from '../store/RequestChange';
import { applyEffect } from './applyEffect';
import { refuse } from './refuse';
import { sentenceOfHold } from './sentenceOfHold';
import { StepPlanner } from './StepPlanner';

/** What effects need beside the request. */
export interface EffectContext {
  /** Who did it: a ref, `external:<tool>:<name>` or `system`. */
  actor: string;
  /** Name of the entry in the trail. */
  action: TrailAction;
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
 * Writes down what the machine said of an event: the state, the event in the trail, its effects in their order, and what holds it.
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
  const happened = result.kind === 'moved' || result.effects.length > 0;
  if (happened) {
    // Before what follows from it: whoever reads the trail must find the vote first and then what it decided.
    noteEvent(change, before, context);
  }
  for (const effect of result.effects) {
    applyEffect(change, effect, context);
  }
  forgetDeferral(change);
  if (change.request.state === 'held' && before !== 'held') {
    noteHold(change);
  }
  return happened;
}

function noteEvent(
  change: RequestChange,
  from: RequestRecord['state'],
  { actor, action, payload }: EffectContext,
): void {
  const { state, generation, decision } = change.request;
  change.note({
    actor,
    action,
    payload: {
      from,
      to: state,
      generation,
      ...(decision && { decision }),
      ...payload,
    },
  });
}

/** What an approved request waits for from now on: by name, and until when, as long as that is known. */
function noteHold(change: RequestChange): void {
  const { now, request } = change;
  const { policy, notBefore } = request;
  const window = windowStateAt(policy.windows, now);
  change.note({
    actor: 'system',
    action: 'request.held',
    payload: {
      because: JSON.parse(JSON.stringify(sentenceOfHold(request, window, now))),
      ...(!window.open && { opens: window.nextOpen ?? null }),
      ...(notBefore !== undefined && { notBefore }),
    },
  });
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
          exemptionBasis: undefined,
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
