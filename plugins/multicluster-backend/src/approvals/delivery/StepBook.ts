import { JsonObject } from '@backstage/types';
import {
  ActionResult,
  Actor,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { applyAdvance, EffectContext } from '../engine/applyAdvance';
import { externalActor } from '../engine/externalActor';
import { hasBegun } from '../engine/hasBegun';
import { isUnfinished } from '../engine/isUnfinished';
import { StepPlanner } from '../engine/StepPlanner';
import { RequestEvent } from '../model/RequestEvent';
import { StepRecord } from '../model/StepRecord';
import { advance } from '../rules/machine/advance';
import { ApprovalStore } from '../store/ApprovalStore';
import { RequestChange } from '../store/RequestChange';
import { findStop } from '../stops/findStop';
import { selectStops } from '../stops/selectStops';
import { StepHold } from './StepHold';

interface Options {
  store: ApprovalStore;
  planner: StepPlanner;
}

const LET_GO = { leaseOwner: undefined, leaseUntil: undefined };

/**
 * Writes what becomes of a step, each time only for the holder of its fence: a worker that was paused for longer than its lease
 * writes nothing over what its successor did.
 */
export class StepBook {
  static create(options: Options): StepBook {
    return new StepBook(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Notes that it is about to be sent. False: it must not be. Nothing is sent without this having been committed. */
  async intend(hold: StepHold): Promise<boolean> {
    const intended = await this.#write(hold, async (change, trx) => {
      const stops = await selectStops(trx, change.now);
      if (findStop(stops, change.request)) {
        change.touchStep(hold.stepId, LET_GO);
        return false;
      }
      const result = advance(change.request, { type: 'leased' });
      if (result.kind !== 'moved' && result.kind !== 'same') {
        change.touchStep(hold.stepId, LET_GO);
        return false;
      }
      const step = change.step(hold.stepId)!;
      change.updateStep(hold.stepId, {
        state: 'sent',
        sentAt: change.now,
        // Set once the source has answered; a holder that falls silent before that leaves nobody who knows.
        nextAt: undefined,
        attempts: step.attempts + 1,
        sentence: undefined,
      });
      change.updateDelivery({ state: 'delivering' });
      this.#apply(change, result, 'request.delivering');
      this.#note(change, hold, 'step.sending', { attempt: step.attempts + 1 });
      return true;
    });
    return intended ?? false;
  }

  /** The source took it; its effect is still to be seen. */
  async taken(
    hold: StepHold,
    result: ActionResult,
    lookAt: number,
  ): Promise<void> {
    await this.#write(hold, change => {
      change.updateStep(hold.stepId, {
        ...LET_GO,
        failures: 0,
        nextAt: Math.round(lookAt),
        identity: result.actedAs,
        ...(result.providerRef && { providerRef: result.providerRef }),
        sentence: result.sentence ?? sentence('approval.step.waitsForEffect'),
      });
      this.#note(change, hold, 'step.sent', {
        outcome: result.outcome,
        ...(result.providerRef && { providerRef: result.providerRef }),
        ...(result.actedAs.nativeId && { actedAs: result.actedAs.nativeId }),
        mode: result.actedAs.mode,
      });
    });
  }

  /** Whether it was taken is not known. */
  async ambiguous(
    hold: StepHold,
    reason: string,
    lookAt: number,
  ): Promise<void> {
    await this.#write(hold, change => {
      const step = change.step(hold.stepId)!;
      change.updateStep(hold.stepId, {
        ...LET_GO,
        state: 'ambiguous',
        failures: step.failures + 1,
        nextAt: Math.round(lookAt),
        sentence: sentence('approval.step.ambiguous'),
      });
      this.#apply(
        change,
        advance(change.request, { type: 'ambiguous' }),
        'step.ambiguous',
      );
      this.#note(change, hold, 'step.ambiguous', { reason });
    });
  }

  /** It was certainly not taken; or a read told that what was ambiguous was not. It is sent again. */
  async again(
    hold: StepHold,
    options: {
      at: number;
      why?: Sentence;
      event: 'not-delivered' | 'resolved-waiting';
    },
  ): Promise<void> {
    await this.#write(hold, change => {
      const step = change.step(hold.stepId)!;
      change.updateStep(hold.stepId, {
        ...LET_GO,
        state: 'queued',
        sentAt: undefined,
        failures: step.failures + 1,
        sentence: options.why,
      });
      const event: RequestEvent = {
        type: options.event,
        begun: hasBegun(change.steps),
      };
      this.#apply(
        change,
        advance(change.request, event),
        `step.${options.event}`,
        {
          step: { id: hold.stepId, retryAt: Math.round(options.at) },
        },
      );
      if (change.request.delivery === 'in-request') {
        this.#giveBack(change, hold);
      }
    });
  }

  /** Not yet, or it cannot be read: looked at again later. Nobody is told, and the request stays as it is. */
  async later(
    hold: StepHold,
    options: {
      at: number;
      failed: boolean;
      sentence?: Sentence;
      memory?: JsonObject;
    },
  ): Promise<void> {
    await this.#write(hold, change => {
      const step = change.step(hold.stepId)!;
      const patch: Partial<StepRecord> = {
        ...LET_GO,
        nextAt: Math.round(options.at),
        failures: options.failed ? step.failures + 1 : 0,
        ...(options.sentence && { sentence: options.sentence }),
        ...(options.memory && { memory: options.memory }),
      };
      // Whoever looks at the request sees what it waits for; that it still does is no news.
      if (options.sentence && options.sentence.code !== step.sentence?.code) {
        change.updateStep(hold.stepId, patch);
      } else {
        change.touchStep(hold.stepId, patch);
      }
      if (change.request.delivery === 'in-request' && hold.phase === 'send') {
        this.#giveBack(change, hold);
      }
    });
  }

  /** A step is over: its effect was seen, cannot be proven, or was not needed. The last one ends the request. */
  async done(
    hold: StepHold,
    state: 'observed' | 'unproven' | 'not-needed',
    why?: Sentence,
  ): Promise<boolean> {
    const ended = await this.#write(hold, change => {
      change.updateStep(hold.stepId, {
        ...LET_GO,
        state,
        failures: 0,
        sentence: why,
        ...(state !== 'not-needed' && { observedAt: change.now }),
      });
      this.#note(change, hold, `step.${state}`, {});
      if (change.steps.some(isUnfinished)) {
        // What was not known is known now; the next step may begin.
        if (change.request.state === 'unknown') {
          this.#apply(
            change,
            advance(change.request, { type: 'resolved-waiting', begun: true }),
            'step.resolved',
          );
        }
        return false;
      }
      return this.#finish(change);
    });
    return ended ?? false;
  }

  /** It was not taken so often that somebody has to look at it. */
  async notTaken(hold: StepHold, why: Sentence): Promise<void> {
    await this.#write(hold, change => {
      change.updateStep(hold.stepId, { ...LET_GO, sentAt: undefined });
      this.#apply(
        change,
        advance(change.request, { type: 'halted', sentence: why }),
        'request.halted',
        { step: { id: hold.stepId } },
      );
    });
  }

  /** The source refused it for good. */
  async refused(hold: StepHold, why: Sentence): Promise<void> {
    await this.#write(hold, change => {
      const others = change.steps.filter(({ id }) => id !== hold.stepId);
      change.updateStep(hold.stepId, { ...LET_GO, sentence: why });
      this.#apply(
        change,
        advance(change.request, {
          type: 'refused',
          sentence: why,
          begun: hasBegun(others),
        }),
        'step.refused',
        { sentence: why, step: { id: hold.stepId } },
      );
    });
  }

  /** Something happened that concerns all of it. */
  async tell(
    hold: StepHold,
    event: RequestEvent,
    action: string,
    context: Partial<EffectContext> = {},
  ): Promise<void> {
    await this.#write(hold, change => {
      change.touchStep(hold.stepId, LET_GO);
      this.#apply(change, advance(change.request, event), action, {
        step: { id: hold.stepId },
        ...context,
      });
    });
  }

  /** It was decided at the source, and not by us. */
  async decidedElsewhere(
    hold: StepHold,
    decided: { decision: 'approve' | 'reject'; by?: Actor },
  ): Promise<void> {
    const { by, decision } = decided;
    await this.tell(
      hold,
      { type: 'decided', decision, ours: false, actor: by },
      'request.external',
      {
        actor: externalActor(hold.request, by),
        patch: { closedBy: by },
        sentence: by
          ? sentence('approval.externalBy', { actor: by.title ?? by.nativeId })
          : sentence('approval.external'),
        payload: { decision },
      },
    );
  }

  /** Every step is over. Nothing is called applied of which no effect was seen. */
  #finish(change: RequestChange): boolean {
    const seen = change.steps.some(
      ({ state }) => state === 'observed' || state === 'unproven',
    );
    const { decision = 'approve' } = change.request;
    const result = seen
      ? advance(change.request, { type: 'delivered' })
      : advance(change.request, { type: 'decided', decision, ours: false });
    this.#apply(
      change,
      result,
      seen ? 'request.delivered' : 'request.external',
      {
        sentence: sentence(seen ? endOf(decision) : 'approval.external'),
      },
    );
    return seen;
  }

  /** What only the person's own request can send: they decide once more. */
  #giveBack(change: RequestChange, hold: StepHold): void {
    change.updateStep(hold.stepId, {
      sentence: sentence('approval.halted.needsUser', {
        voter: hold.step.voter ?? '',
      }),
    });
    this.#apply(
      change,
      advance(change.request, {
        type: 'preflight-failed',
        why: 'eligibility',
        begun: hasBegun(change.steps),
      }),
      'step.needs-user',
      { step: { id: hold.stepId } },
    );
  }

  #apply(
    change: RequestChange,
    result: ReturnType<typeof advance>,
    action: string,
    context: Partial<EffectContext> = {},
  ): void {
    applyAdvance(change, result, {
      actor: 'system',
      action,
      planner: this.#options.planner,
      ...context,
    });
  }

  #note(
    change: RequestChange,
    hold: StepHold,
    action: string,
    payload: JsonObject,
  ): void {
    const { key, voter, cluster } = hold.step;
    change.note({
      actor: 'system',
      action,
      payload: {
        step: key,
        ...(voter && { voter }),
        ...(cluster && { cluster }),
        ...payload,
      },
    });
  }

  /** Undefined: the step is not ours any more. */
  async #write<T>(
    hold: StepHold,
    work: (
      change: RequestChange,
      trx: Parameters<Parameters<ApprovalStore['transaction']>[0]>[0],
    ) => Promise<T> | T,
  ): Promise<T | undefined> {
    return this.#options.store.change(hold.requestId, (change, trx) => {
      const step = change.step(hold.stepId);
      return step && step.fence === hold.fence && isUnfinished(step)
        ? work(change, trx)
        : undefined;
    });
  }
}

function endOf(decision: 'approve' | 'reject'): string {
  return decision === 'approve' ? 'approval.applied' : 'approval.rejected';
}
