import {
  sentence,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { backOff } from '../../inventory/observe/backOff';
import { DirectoryFacts } from '../engine/directory/DirectoryFacts';
import { StepObservation } from './DeliveryAdapter';
import { isDefect } from './isDefect';
import { shortReason } from './shortReason';
import { StepHold } from './StepHold';
import { StepTools } from './StepTools';

/** A step that the portal itself fails at, or that has to be sent again, so often is put aside; the others go on. */
const MAX_DEFECTS = 5;
/** What a step says of itself at which the portal did something wrong. */
const CRASHED = 'approval.step.crashed';

/** Looks at what was sent, and says what follows from what is seen. */
export class StepLooker {
  static create(tools: StepTools): StepLooker {
    return new StepLooker(tools);
  }

  readonly #tools: StepTools;

  private constructor(tools: StepTools) {
    this.#tools = tools;
  }

  async look(hold: StepHold, facts: DirectoryFacts): Promise<void> {
    const { caller } = this.#tools;
    try {
      const seen = await caller.call(hold, facts, (adapter, context) =>
        adapter.observe(context),
      );
      await this.seen(hold, seen, facts);
    } catch (error) {
      await this.unreadable(hold, error);
    }
  }

  async seen(
    hold: StepHold,
    seen: StepObservation,
    { owners }: Pick<DirectoryFacts, 'owners'>,
  ): Promise<void> {
    const { ends } = this.#tools;
    switch (seen.state) {
      case 'waiting':
        await this.#stillWaiting(hold, seen, owners);
        return;
      case 'decided-elsewhere':
        await ends.decidedElsewhere(hold, seen);
        return;
      case 'ended':
        await this.ended(hold, seen);
        return;
      case 'halt':
        await ends.tell(
          hold,
          { type: 'halted', sentence: seen.sentence },
          'request.halted',
          { owners: [...owners] },
        );
        return;
      default:
        await this.done(hold, seen.state, seen.sentence);
    }
  }

  async #stillWaiting(
    hold: StepHold,
    seen: Extract<StepObservation, { state: 'waiting' }>,
    owners: readonly string[],
  ): Promise<void> {
    const { book, ends, timing } = this.#tools;
    const { step, now } = hold;
    if (step.state === 'ambiguous' && seen.settled) {
      await this.#resend(hold, owners);
      return;
    }
    const since = step.sentAt ?? now;
    // One that may never have been sent is sent again instead, as soon as that is safe.
    if (step.state === 'sent' && now - since > timing.haltMs) {
      const why = sentence('approval.halted.overdue', {
        since: new Date(since),
      });
      await ends.tell(
        hold,
        { type: 'halted', sentence: why },
        'request.halted',
        { owners: [...owners] },
      );
      return;
    }
    const overdue = now - since > timing.overdueMs;
    await book.later(hold, {
      // Often while it is expected, and seldom once it is late.
      at:
        now +
        Math.min(timing.observeMs * 5, timing.observeMs + (now - since) / 10),
      failed: false,
      sentence: overdue
        ? sentence('approval.step.overdue', { since: new Date(since) })
        : seen.sentence,
      memory: seen.memory,
    });
  }

  /**
   * A read told that it was not taken. One that was tried too often is put aside: for good where the portal did it wrong, else until
   * somebody says how it goes on. It may be what the portal dies of, or have been there each time the machine was restarted.
   */
  async #resend(hold: StepHold, owners: readonly string[]): Promise<void> {
    const { book, ends } = this.#tools;
    const { attempts, sentence: said } = hold.step;
    if (attempts < MAX_DEFECTS) {
      await book.again(hold, {
        at: hold.now + backOff(attempts),
        event: 'resolved-waiting',
      });
    } else if (said?.code === CRASHED) {
      await ends.refused(hold, sentence(CRASHED));
    } else {
      await ends.notTaken(
        hold,
        sentence('approval.halted.notSent', { count: attempts }),
        owners,
      );
    }
  }

  async ended(
    hold: StepHold,
    end: {
      how: 'expired' | 'cancelled';
      sentence?: Sentence;
    },
  ): Promise<void> {
    const why = end.sentence ?? sentence('approval.expired');
    await this.#tools.ends.tell(
      hold,
      { type: 'ended-undecided', how: end.how, sentence: why },
      `request.${end.how}`,
      { sentence: why },
    );
  }

  async done(
    hold: StepHold,
    state: 'observed' | 'unproven' | 'not-needed',
    why?: Sentence,
  ): Promise<void> {
    await this.#tools.ends.done(hold, state, why);
    await this.#tools.failpoint('after-confirm');
  }

  /** What cannot be read is never an outcome. Only what the portal itself does wrong is put aside after a while. */
  async unreadable(hold: StepHold, error: unknown): Promise<void> {
    const { book, ends } = this.#tools;
    const failures = hold.step.failures + 1;
    if (isDefect(error) && failures >= MAX_DEFECTS) {
      await ends.refused(hold, sentence(CRASHED));
      return;
    }
    await book.later(hold, {
      at: hold.now + backOff(failures) / 2,
      failed: true,
      sentence: sentence('approval.step.unreadable', {
        reason: shortReason(error, hold.userCredential),
      }),
    });
  }
}
