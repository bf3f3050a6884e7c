import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { DirectoryFacts } from '../engine/directory/DirectoryFacts';
import { hasBegun } from '../engine/hasBegun';
import { Preflight } from './DeliveryAdapter';
import { StepHold } from './StepHold';
import { StepLooker } from './StepLooker';
import { StepSender } from './StepSender';
import { StepTools } from './StepTools';

/** Does what is to be done of a step that is held: preflight, intent, sending, outcome; or a look at what was sent. */
export class StepRunner {
  static create(tools: StepTools): StepRunner {
    return new StepRunner(tools);
  }

  readonly #tools: StepTools;
  readonly #looker: StepLooker;
  readonly #sender: StepSender;

  private constructor(tools: StepTools) {
    this.#tools = tools;
    this.#looker = StepLooker.create(tools);
    this.#sender = StepSender.create(tools, this.#looker);
  }

  async run(hold: StepHold, facts: DirectoryFacts): Promise<void> {
    const { failpoint } = this.#tools;
    await failpoint('after-lease');
    if (hold.phase === 'look') {
      await this.#looker.look(hold, facts);
      return;
    }
    const preflight = await this.#preflight(hold, facts);
    if (!preflight?.go) {
      if (preflight) {
        await this.#stay(hold, preflight);
      }
      return;
    }
    if (await this.#tools.book.intend(hold)) {
      await failpoint('before-send');
      await this.#sender.send(hold, facts);
    }
  }

  async #preflight(
    hold: StepHold,
    facts: DirectoryFacts,
  ): Promise<Preflight | undefined> {
    try {
      return await this.#tools.caller.call(hold, facts, (adapter, context) =>
        adapter.preflight(context),
      );
    } catch (error) {
      await this.#looker.unreadable(hold, error);
      return undefined;
    }
  }

  async #stay(
    hold: StepHold,
    preflight: Exclude<Preflight, { go: true }>,
  ): Promise<void> {
    const { book, ends } = this.#tools;
    const begun = hasBegun(hold.steps);
    switch (preflight.why) {
      case 'wait':
        await book.later(hold, {
          at: hold.now + this.#tools.timing.observeMs,
          failed: false,
          sentence: preflight.sentence,
          memory: preflight.memory,
        });
        return;
      case 'not-needed':
        await ends.done(
          hold,
          'not-needed',
          preflight.sentence ?? sentence('approval.step.notNeeded'),
        );
        return;
      case 'subject-changed':
        await ends.tell(
          hold,
          { type: 'preflight-failed', why: 'subject', begun },
          'step.subject-changed',
        );
        return;
      case 'decided':
        await ends.decidedElsewhere(hold, preflight);
        return;
      case 'ended':
        await this.#looker.ended(hold, preflight);
        return;
      default:
        await ends.tell(
          hold,
          { type: 'halted', sentence: preflight.sentence },
          'request.halted',
          {},
          preflight.memory,
        );
    }
  }
}
