import { JsonObject } from '@backstage/types';
import {
  Actor,
  Sentence,
  sentence,
  TrailAction,
} from '@fairway/backstage-plugin-multicluster-common';
import { EffectContext } from '../engine/applyAdvance';
import { externalActor } from '../engine/externalActor';
import { hasBegun } from '../engine/hasBegun';
import { isUnfinished } from '../engine/isUnfinished';
import { RequestEvent } from '../model/RequestEvent';
import { StepRecord } from '../model/StepRecord';
import { advance } from '../rules/machine/advance';
import { sentenceOfEffect } from '../rules/sentenceOfEffect';
import { RequestChange } from '../store/RequestChange';
import { LET_GO } from './LET_GO';
import { StepHold } from './StepHold';
import { StepWriter } from './StepWriter';

/** How a step ends, and the request with it where it was the last or where all of it is concerned. */
export class StepEnds {
  static create(writer: StepWriter): StepEnds {
    return new StepEnds(writer);
  }

  readonly #writer: StepWriter;

  private constructor(writer: StepWriter) {
    this.#writer = writer;
  }

  /** A step is over: its effect was seen, cannot be proven, or was not needed. The last one ends the request. */
  async done(
    hold: StepHold,
    state: 'observed' | 'unproven' | 'not-needed',
    why?: Sentence,
  ): Promise<boolean> {
    const ended = await this.#writer.write(hold, change => {
      change.updateStep(hold.stepId, {
        ...LET_GO,
        state,
        failures: 0,
        sentence: why,
        ...(state !== 'not-needed' && { observedAt: change.now }),
      });
      this.#writer.note(change, hold, `step.${state}`, {});
      if (change.steps.some(isUnfinished)) {
        // What was not known is known now; the next step may begin.
        if (change.request.state === 'unknown') {
          this.#writer.apply(
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
  async notTaken(
    hold: StepHold,
    why: Sentence,
    owners: readonly string[],
  ): Promise<void> {
    await this.#writer.write(hold, change => {
      change.updateStep(hold.stepId, { ...LET_GO, sentAt: undefined });
      this.#writer.apply(
        change,
        advance(change.request, { type: 'halted', sentence: why }),
        'request.halted',
        {
          step: { id: hold.stepId },
          payload: whyOf(hold, why),
          owners: [...owners],
        },
      );
    });
  }

  /** The source refused it for good. */
  async refused(hold: StepHold, why: Sentence): Promise<void> {
    await this.#writer.write(hold, change => {
      const others = change.steps.filter(({ id }) => id !== hold.stepId);
      change.updateStep(hold.stepId, { ...LET_GO, sentence: why });
      this.#writer.apply(
        change,
        advance(change.request, {
          type: 'refused',
          sentence: why,
          begun: hasBegun(others),
        }),
        'step.refused',
        {
          sentence: why,
          step: { id: hold.stepId },
          payload: whyOf(hold, why),
        },
      );
    });
  }

  /** Something happened that concerns all of it. `memory`: of the step, from now on. */
  async tell(
    hold: StepHold,
    event: RequestEvent,
    action: TrailAction,
    context: Partial<EffectContext> = {},
    memory?: StepRecord['memory'],
  ): Promise<void> {
    await this.#writer.write(hold, change => {
      change.touchStep(hold.stepId, { ...LET_GO, ...(memory && { memory }) });
      this.#writer.apply(change, advance(change.request, event), action, {
        step: { id: hold.stepId },
        ...(event.type === 'halted' && {
          payload: whyOf(hold, event.sentence),
        }),
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
        patch: { closedBy: by, decision },
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
    this.#writer.apply(
      change,
      result,
      seen ? 'request.delivered' : 'request.external',
      {
        sentence: seen
          ? sentenceOfEffect(change.request)
          : sentence('approval.external'),
      },
    );
    return seen;
  }
}

/** For the trail: once it goes on, the request itself says no more what had halted it. */
function whyOf({ step }: StepHold, why: Sentence): JsonObject {
  return { step: step.key, because: JSON.parse(JSON.stringify(why)) };
}
