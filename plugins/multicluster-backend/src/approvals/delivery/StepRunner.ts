import {
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { backOff } from '../../inventory/observe/backOff';
import { DirectoryFacts } from '../engine/directory/DirectoryFacts';
import { Failpoint } from '../engine/Failpoint';
import { hasBegun } from '../engine/hasBegun';
import { AdapterRegistry } from './AdapterRegistry';
import { callerOf } from './callerOf';
import { DeliveryTiming } from './DeliveryTiming';
import { isDefect } from './isDefect';
import { Preflight, StepContext, StepObservation } from './DeliveryAdapter';
import { readWithin } from './readWithin';
import { shortReason } from './shortReason';
import { StepBook } from './StepBook';
import { StepHold } from './StepHold';

interface Options {
  adapters: AdapterRegistry;
  book: StepBook;
  timing: DeliveryTiming;
  failpoint: Failpoint;
  /** Called when the source took a step: milliseconds since it could have been sent first. */
  delivered?: (hold: StepHold) => void;
}

/** After so many in a row of which nothing came, somebody has to look at it; the others go on meanwhile. */
const MAX_FAILURES = 10;
const MAX_DEFECTS = 5;

/** Does what is to be done of a step that is held: preflight, intent, sending, outcome; or a look at what was sent. */
export class StepRunner {
  static create(options: Options): StepRunner {
    return new StepRunner(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  async run(hold: StepHold, facts: DirectoryFacts): Promise<void> {
    const { failpoint } = this.#options;
    await failpoint('after-lease');
    if (hold.phase === 'look') {
      await this.#look(hold, facts);
      return;
    }
    const preflight = await this.#preflight(hold, facts);
    if (!preflight?.go) {
      if (preflight) {
        await this.#stay(hold, preflight);
      }
      return;
    }
    if (await this.#options.book.intend(hold)) {
      await failpoint('before-send');
      await this.#send(hold, facts);
    }
  }

  async #preflight(
    hold: StepHold,
    facts: DirectoryFacts,
  ): Promise<Preflight | undefined> {
    try {
      return await this.#call(hold, facts, (adapter, context) =>
        adapter.preflight(context),
      );
    } catch (error) {
      await this.#unreadable(hold, error);
      return undefined;
    }
  }

  async #stay(
    hold: StepHold,
    preflight: Exclude<Preflight, { go: true }>,
  ): Promise<void> {
    const { book } = this.#options;
    const begun = hasBegun(hold.steps);
    switch (preflight.why) {
      case 'wait':
        await book.later(hold, {
          at: hold.now + this.#options.timing.observeMs,
          failed: false,
          sentence: preflight.sentence,
        });
        return;
      case 'not-needed':
        await book.done(
          hold,
          'not-needed',
          preflight.sentence ?? sentence('approval.step.notNeeded'),
        );
        return;
      case 'subject-changed':
        await book.tell(
          hold,
          { type: 'preflight-failed', why: 'subject', begun },
          'step.subject-changed',
        );
        return;
      case 'decided':
        await book.decidedElsewhere(hold, preflight);
        return;
      case 'ended':
        await this.#ended(hold, preflight);
        return;
      default:
        await book.tell(
          hold,
          { type: 'halted', sentence: preflight.sentence },
          'request.halted',
        );
    }
  }

  async #send(hold: StepHold, facts: DirectoryFacts): Promise<void> {
    const { book, failpoint, timing } = this.#options;
    let result: ActionResult;
    try {
      result = await this.#call(hold, facts, (adapter, context) =>
        adapter.send(context),
      );
    } catch (error) {
      // It may have gone out before it failed.
      await failpoint('after-send');
      await book.ambiguous(
        hold,
        shortReason(error),
        hold.now + timing.observeMs,
      );
      return;
    }
    await failpoint('after-send');
    await failpoint('before-outcome');
    await this.#outcome(hold, result, facts);
  }

  async #outcome(
    hold: StepHold,
    result: ActionResult,
    facts: DirectoryFacts,
  ): Promise<void> {
    const { book, timing } = this.#options;
    const reason = result.sentence?.text ?? result.code ?? result.outcome;
    switch (result.outcome) {
      case 'applied':
        this.#options.delivered?.(hold);
        await this.#done(hold, 'observed');
        return;
      case 'requested':
      case 'noop':
        this.#options.delivered?.(hold);
        await book.taken(hold, result, hold.now + timing.observeMs);
        return;
      case 'ambiguous':
        await book.ambiguous(hold, reason, hold.now + timing.observeMs);
        return;
      case 'failed':
        await this.#notTaken(hold, result, reason);
        return;
      default:
        await this.#refused(hold, result, reason, facts);
    }
  }

  async #notTaken(
    hold: StepHold,
    result: ActionResult,
    reason: string,
  ): Promise<void> {
    const { book } = this.#options;
    const failures = hold.step.failures + 1;
    if (failures >= MAX_FAILURES) {
      const why = sentence('approval.halted.notTaken', {
        count: failures,
        reason,
      });
      await book.notTaken(hold, why);
      return;
    }
    await book.again(hold, {
      at: hold.now + backOff(failures),
      why: result.sentence,
      event: 'not-delivered',
    });
  }

  /** E22: how it stands there tells what a refusal means; what still waits and was refused is refused for good. */
  async #refused(
    hold: StepHold,
    result: ActionResult,
    reason: string,
    facts: DirectoryFacts,
  ): Promise<void> {
    const { book, timing } = this.#options;
    if (result.retryable || result.code === 'rate-limited') {
      await this.#notTaken(hold, result, reason);
      return;
    }
    let seen: StepObservation;
    try {
      seen = await this.#call(hold, facts, (adapter, context) =>
        adapter.observe(context),
      );
    } catch {
      await book.ambiguous(hold, reason, hold.now + timing.observeMs);
      return;
    }
    if (seen.state !== 'waiting') {
      await this.#seen(hold, seen);
      return;
    }
    await book.refused(
      hold,
      result.sentence ?? sentence('approval.step.refused', { reason }),
    );
  }

  async #look(hold: StepHold, facts: DirectoryFacts): Promise<void> {
    try {
      const seen = await this.#call(hold, facts, (adapter, context) =>
        adapter.observe(context),
      );
      await this.#seen(hold, seen);
    } catch (error) {
      await this.#unreadable(hold, error);
    }
  }

  async #seen(hold: StepHold, seen: StepObservation): Promise<void> {
    const { book } = this.#options;
    switch (seen.state) {
      case 'waiting':
        await this.#stillWaiting(hold, seen);
        return;
      case 'decided-elsewhere':
        await book.decidedElsewhere(hold, seen);
        return;
      case 'ended':
        await this.#ended(hold, seen);
        return;
      case 'halt':
        await book.tell(
          hold,
          { type: 'halted', sentence: seen.sentence },
          'request.halted',
        );
        return;
      default:
        await this.#done(hold, seen.state, seen.sentence);
    }
  }

  async #stillWaiting(
    hold: StepHold,
    seen: Extract<StepObservation, { state: 'waiting' }>,
  ): Promise<void> {
    const { book, timing } = this.#options;
    const { step, now } = hold;
    if (step.state === 'ambiguous' && seen.settled) {
      await this.#resend(hold);
      return;
    }
    const since = step.sentAt ?? now;
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

  /** A read told that it was not taken. One that was tried too often is put aside, so that the others go on. */
  async #resend(hold: StepHold): Promise<void> {
    const { book } = this.#options;
    if (hold.step.attempts >= MAX_DEFECTS) {
      await book.refused(hold, sentence('approval.step.crashed'));
      return;
    }
    await book.again(hold, {
      at: hold.now + backOff(hold.step.attempts),
      event: 'resolved-waiting',
    });
  }

  async #ended(
    hold: StepHold,
    end: {
      how: 'expired' | 'cancelled';
      sentence: StepHold['request']['sentence'];
    },
  ): Promise<void> {
    const why = end.sentence ?? sentence('approval.expired');
    await this.#options.book.tell(
      hold,
      { type: 'ended-undecided', how: end.how, sentence: why },
      `request.${end.how}`,
      { sentence: why },
    );
  }

  async #done(
    hold: StepHold,
    state: 'observed' | 'unproven' | 'not-needed',
    why?: StepHold['request']['sentence'],
  ): Promise<void> {
    await this.#options.book.done(hold, state, why);
    await this.#options.failpoint('after-confirm');
  }

  /** What cannot be read is never an outcome. Only what the portal itself does wrong is put aside after a while. */
  async #unreadable(hold: StepHold, error: unknown): Promise<void> {
    const { book } = this.#options;
    const failures = hold.step.failures + 1;
    if (isDefect(error) && failures >= MAX_DEFECTS) {
      const why = sentence('approval.step.crashed');
      await book.refused(hold, why);
      return;
    }
    await book.later(hold, {
      at: hold.now + backOff(failures) / 2,
      failed: true,
      sentence: sentence('approval.step.unreadable', {
        reason: shortReason(error),
      }),
    });
  }

  async #call<T>(
    hold: StepHold,
    facts: DirectoryFacts,
    call: (
      adapter: ReturnType<AdapterRegistry['of']>,
      context: StepContext,
    ) => Promise<T>,
  ): Promise<T> {
    const { adapters, timing } = this.#options;
    return readWithin(timing.callMs, signal =>
      call(adapters.of(hold.request.kind), {
        request: hold.request,
        step: hold.step,
        steps: hold.steps,
        votes: hold.votes,
        caller: callerOf(hold, facts),
        now: hold.now,
        ...(hold.userCredential && { userCredential: hold.userCredential }),
        deadlineMs: timing.callMs,
        signal,
      }),
    );
  }
}
