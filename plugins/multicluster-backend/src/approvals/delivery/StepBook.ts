import { JsonObject } from '@backstage/types';
import {
  ActionResult,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { hasBegun } from '../engine/hasBegun';
import { RequestEvent } from '../model/RequestEvent';
import { StepRecord } from '../model/StepRecord';
import { advance } from '../rules/machine/advance';
import { findStop } from '../stops/findStop';
import { selectStops } from '../stops/selectStops';
import { LET_GO } from './LET_GO';
import { passesStops } from './passesStops';
import { StepHold } from './StepHold';
import { StepWriter } from './StepWriter';
import { withoutWaiting } from './withoutWaiting';

/** What becomes of a step on its way: it is about to be sent, was taken, may have been, has to be sent again, or waits. */
export class StepBook {
  static create(writer: StepWriter): StepBook {
    return new StepBook(writer);
  }

  readonly #writer: StepWriter;

  private constructor(writer: StepWriter) {
    this.#writer = writer;
  }

  /** Notes that it is about to be sent. False: it must not be. Nothing is sent without this having been committed. */
  async intend(hold: StepHold): Promise<boolean> {
    const intended = await this.#writer.write(hold, async (change, trx) => {
      const step = change.step(hold.stepId)!;
      // What it waited for is so by now, whether or not it is sent.
      const memory = withoutWaiting(step);
      const stays = { ...LET_GO, memory };
      const stops = passesStops(change.request, hold.step)
        ? []
        : await selectStops(trx, change.now);
      if (findStop(stops, change.request)) {
        change.touchStep(hold.stepId, stays);
        return false;
      }
      const result = advance(change.request, { type: 'leased' });
      if (result.kind !== 'moved' && result.kind !== 'same') {
        change.touchStep(hold.stepId, stays);
        return false;
      }
      change.updateStep(hold.stepId, {
        state: 'sent',
        sentAt: change.now,
        // Set once the source has answered; a holder that falls silent before that leaves nobody who knows.
        nextAt: undefined,
        attempts: step.attempts + 1,
        sentence: undefined,
        memory,
      });
      change.updateDelivery({ state: 'delivering' });
      this.#writer.apply(change, result, 'request.delivering');
      this.#writer.note(change, hold, 'step.sending', {
        attempt: step.attempts + 1,
      });
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
    await this.#writer.write(hold, change => {
      change.updateStep(hold.stepId, {
        ...LET_GO,
        failures: 0,
        nextAt: Math.round(lookAt),
        identity: result.actedAs,
        ...(result.providerRef && { providerRef: result.providerRef }),
        sentence: result.sentence ?? sentence('approval.step.waitsForEffect'),
      });
      this.#writer.note(change, hold, 'step.sent', {
        outcome: result.outcome,
        ...(result.providerRef && { providerRef: result.providerRef }),
        ...(result.actedAs.nativeId && { actedAs: result.actedAs.nativeId }),
        mode: result.actedAs.mode,
      });
    });
  }

  /** Whether it was taken is not known. `defect`: the portal itself did something wrong. */
  async ambiguous(
    hold: StepHold,
    reason: string,
    { lookAt, defect = false }: { lookAt: number; defect?: boolean },
  ): Promise<void> {
    await this.#writer.write(hold, change => {
      const step = change.step(hold.stepId)!;
      change.updateStep(hold.stepId, {
        ...LET_GO,
        state: 'ambiguous',
        failures: step.failures + 1,
        nextAt: Math.round(lookAt),
        sentence: sentence(
          defect ? 'approval.step.crashed' : 'approval.step.ambiguous',
        ),
      });
      this.#writer.apply(
        change,
        advance(change.request, { type: 'ambiguous' }),
        'step.ambiguous',
      );
      this.#writer.note(change, hold, 'step.ambiguous', { reason });
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
    await this.#writer.write(hold, change => {
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
      this.#writer.apply(
        change,
        advance(change.request, event),
        `step.${options.event}`,
        {
          step: { id: hold.stepId, retryAt: Math.round(options.at) },
        },
      );
      if (change.request.delivery === 'in-request') {
        this.#writer.giveBack(change, hold);
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
    await this.#writer.write(hold, change => {
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
        this.#writer.giveBack(change, hold);
      }
    });
  }
}
