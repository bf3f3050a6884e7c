import {
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { backOff } from '../../inventory/observe/backOff';
import { DirectoryFacts } from '../engine/directory/DirectoryFacts';
import { StepObservation } from './DeliveryAdapter';
import { isDefect } from './isDefect';
import { shortReason } from './shortReason';
import { StepHold } from './StepHold';
import { StepLooker } from './StepLooker';
import { StepTools } from './StepTools';

/** After so many in a row that were not taken somebody has to look at it. */
const MAX_FAILURES = 10;

/** Sends what was intended, and writes what the source said to it. */
export class StepSender {
  static create(tools: StepTools, looker: StepLooker): StepSender {
    return new StepSender(tools, looker);
  }

  readonly #tools: StepTools;
  readonly #looker: StepLooker;

  private constructor(tools: StepTools, looker: StepLooker) {
    this.#tools = tools;
    this.#looker = looker;
  }

  async send(hold: StepHold, facts: DirectoryFacts): Promise<void> {
    const { book, caller, failpoint, timing } = this.#tools;
    let result: ActionResult;
    try {
      result = await caller.call(hold, facts, (adapter, context) =>
        adapter.send(context),
      );
    } catch (error) {
      // It may have gone out before it failed.
      await failpoint('after-send');
      await book.ambiguous(hold, shortReason(error, hold.userCredential), {
        lookAt: hold.now + timing.observeMs,
        defect: isDefect(error),
      });
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
    const { book, timing } = this.#tools;
    const reason = result.sentence?.text ?? result.code ?? result.outcome;
    switch (result.outcome) {
      case 'applied':
        this.#tools.delivered?.(hold);
        await this.#looker.done(hold, 'observed');
        return;
      case 'requested':
      case 'noop':
        this.#tools.delivered?.(hold);
        await book.taken(hold, result, hold.now + timing.observeMs);
        return;
      case 'ambiguous':
        await book.ambiguous(hold, reason, {
          lookAt: hold.now + timing.observeMs,
        });
        return;
      case 'failed':
        await this.#notTaken(hold, result, reason, facts);
        return;
      default:
        await this.#refused(hold, result, reason, facts);
    }
  }

  async #notTaken(
    hold: StepHold,
    result: ActionResult,
    reason: string,
    { owners }: Pick<DirectoryFacts, 'owners'>,
  ): Promise<void> {
    const { book, ends } = this.#tools;
    const failures = hold.step.failures + 1;
    if (failures >= MAX_FAILURES) {
      const why = sentence('approval.halted.notTaken', {
        count: failures,
        reason,
      });
      await ends.notTaken(hold, why, owners);
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
    const { book, caller, ends, timing } = this.#tools;
    if (result.retryable || result.code === 'rate-limited') {
      await this.#notTaken(hold, result, reason, facts);
      return;
    }
    let seen: StepObservation;
    try {
      seen = await caller.call(hold, facts, (adapter, context) =>
        adapter.observe(context),
      );
    } catch {
      await book.ambiguous(hold, reason, {
        lookAt: hold.now + timing.observeMs,
      });
      return;
    }
    if (seen.state !== 'waiting') {
      await this.#looker.seen(hold, seen, facts);
      return;
    }
    await ends.refused(
      hold,
      result.sentence ?? sentence('approval.step.refused', { reason }),
    );
  }
}
