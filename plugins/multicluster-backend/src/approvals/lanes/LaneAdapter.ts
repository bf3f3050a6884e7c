import {
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DeliveryAdapter,
  Preflight,
  StepContext,
  StepObservation,
} from '../delivery/DeliveryAdapter';
import { RequestRecord } from '../model/RequestRecord';
import { PlannedStep } from '../model/StepRecord';
import { asSent } from './asSent';
import { LaneAdapterOptions } from './LaneAdapterOptions';
import { HandOptions, HeldLane } from './LaneHand';
import { LaneRef } from './LaneRef';
import { laneStepKey } from './laneStepKey';
import { outcomeOfHold } from './outcomeOfHold';
import { planLane } from './planLane';
import { preflightOfRelease } from './preflightOfRelease';
import { WaveWatch } from './WaveWatch';

/** The form in which a policy was found when what it holds was compared; the change goes through only while it still is that. */
const MOST_KEPT = 1000;

const notArmed = {
  go: false,
  why: 'ended',
  how: 'cancelled',
  sentence: sentence('lane.step.disarmed'),
} as const;

const gone = {
  go: false,
  why: 'ended',
  how: 'cancelled',
  sentence: sentence('lane.gone'),
} as const;

/**
 * Dispatch that a control plane holds: released wave by wave, looked at in between, and held again.
 *
 * @remarks
 * Holding is not bound to content: between the comparison and the end of the release of a cluster another change of a template goes
 * out as well. It is seen when what is there is compared, is held again at once, and is told as what nobody approved.
 */
export class LaneAdapter implements DeliveryAdapter {
  static create(options: LaneAdapterOptions): LaneAdapter {
    return new LaneAdapter(options);
  }

  readonly #options: LaneAdapterOptions;
  readonly #watch: WaveWatch;
  /** By id of the step. In memory alone: whoever takes a step up anew compares anew. */
  readonly #versions = new Map<string, string>();

  private constructor(options: LaneAdapterOptions) {
    this.#options = options;
    this.#watch = WaveWatch.create(options);
  }

  plan(request: RequestRecord): PlannedStep[] {
    const facet = this.#options.sources.get(request.source)?.lanes;
    const [mode = 'service'] = facet?.capabilities().identityModes ?? [];
    return planLane(request, mode);
  }

  async preflight(context: StepContext): Promise<Preflight> {
    const { request, step } = context;
    const { hand, reader } = this.#options;
    const held = await hand.take(refOf(request));
    if (!held) {
      return notArmed;
    }
    const what = laneStepKey.read(step.key);
    if (what.what === 'ask') {
      return step.memory?.asked === true
        ? {
            go: false,
            why: 'not-needed',
            sentence: sentence('lane.step.continued'),
          }
        : {
            go: false,
            why: 'halt',
            sentence: sentence('lane.halted.person', { wave: what.before }),
            memory: { asked: true },
          };
    }
    if (what.what === 'hold') {
      return { go: true };
    }
    const reading = await reader.read(held.lane, {
      ...within(context),
      facts: held.facts,
    });
    if (!reading) {
      return gone;
    }
    const verdict = preflightOfRelease(reading, context, what.clusters);
    if (!verdict.go) {
      if (verdict.why === 'subject-changed') {
        await this.#watch.tellSlipped(reading, context);
      }
      return verdict;
    }
    const before = await this.#watch.before(held, reading, context);
    if (before) {
      return before;
    }
    this.#keep(step.id, reading.content.resourceVersion);
    return verdict;
  }

  async send(context: StepContext): Promise<ActionResult> {
    const { request, step } = context;
    const { hand } = this.#options;
    const held = await hand.take(refOf(request));
    if (!held) {
      return {
        outcome: 'refused',
        code: 'not-found',
        sentence: notArmed.sentence,
        actedAs: step.identity,
        retryable: false,
      };
    }
    return asSent(await this.#change(held, context));
  }

  async observe(context: StepContext): Promise<StepObservation> {
    const { request, step } = context;
    const { hand } = this.#options;
    const held = await hand.take(refOf(request));
    if (!held) {
      return { state: 'not-needed', sentence: notArmed.sentence };
    }
    const what = laneStepKey.read(step.key);
    return what.what === 'release'
      ? this.#watch.observe(held, context, what.clusters)
      : outcomeOfHold(await hand.isHeld(held, handOf(context)));
  }

  /** Whatever it halted or ended for: nothing that its waves opened stays open. */
  async rest(request: RequestRecord): Promise<void> {
    await this.#options.stopped.closeAtOnce(refOf(request));
  }

  async #change(held: HeldLane, context: StepContext) {
    const { hand } = this.#options;
    const { request, step } = context;
    const what = laneStepKey.read(step.key);
    const options = handOf(context);
    if (what.what !== 'release') {
      return hand.hold(held, {
        ...options,
        deadlineMs: context.deadlineMs / 2,
      });
    }
    const resourceVersion = this.#versions.get(step.id) ?? '';
    this.#versions.delete(step.id);
    return hand.release(held, {
      ...options,
      clusters: what.clusters,
      resourceVersion,
      requestId: request.id,
    });
  }

  #keep(stepId: string, resourceVersion: string): void {
    const [oldest] = this.#versions.keys();
    if (this.#versions.size >= MOST_KEPT && oldest !== undefined) {
      this.#versions.delete(oldest);
    }
    this.#versions.set(stepId, resourceVersion);
  }
}

function refOf({ source, policyKey = '' }: RequestRecord): LaneRef {
  return { source, policyKey };
}

function within({ deadlineMs, signal }: StepContext) {
  return { deadlineMs, signal };
}

function handOf(context: StepContext): HandOptions {
  const { caller } = context;
  return { ...within(context), ...(caller && { caller }) };
}
