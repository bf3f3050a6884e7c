import { JsonObject } from '@backstage/types';
import {
  sentence,
  TrailAction,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { applyAdvance, EffectContext } from '../engine/applyAdvance';
import { hasBegun } from '../engine/hasBegun';
import { isUnfinished } from '../engine/isUnfinished';
import { StepPlanner } from '../engine/StepPlanner';
import { Advance } from '../rules/machine/AdvanceResult';
import { advance } from '../rules/machine/advance';
import { ApprovalStore } from '../store/ApprovalStore';
import { RequestChange } from '../store/RequestChange';
import { StepHold } from './StepHold';

interface Options {
  store: ApprovalStore;
  planner: StepPlanner;
}

/**
 * Writes of whoever holds a step, and of nobody else: a worker that was paused for longer than its lease writes nothing over what
 * its successor did.
 */
export class StepWriter {
  static create(options: Options): StepWriter {
    return new StepWriter(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Undefined: the step is not ours any more. */
  async write<T>(
    hold: StepHold,
    work: (change: RequestChange, trx: Knex.Transaction) => Promise<T> | T,
  ): Promise<T | undefined> {
    return this.#options.store.change(hold.requestId, (change, trx) => {
      const step = change.step(hold.stepId);
      return step && step.fence === hold.fence && isUnfinished(step)
        ? work(change, trx)
        : undefined;
    });
  }

  apply(
    change: RequestChange,
    result: Advance,
    action: TrailAction,
    context: Partial<EffectContext> = {},
  ): void {
    applyAdvance(change, result, {
      actor: 'system',
      action,
      planner: this.#options.planner,
      ...context,
    });
  }

  note(
    change: RequestChange,
    hold: StepHold,
    action: TrailAction,
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

  /** What only the person's own request can send: they decide once more. */
  giveBack(change: RequestChange, hold: StepHold): void {
    change.updateStep(hold.stepId, {
      sentence: sentence('approval.halted.needsUser', {
        voter: hold.step.voter ?? '',
      }),
    });
    this.apply(
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
}
