import {
  sentence,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { LaneObservation } from '@fairway/backstage-plugin-multicluster-node';
import {
  Preflight,
  StepContext,
  StepObservation,
} from '../delivery/DeliveryAdapter';
import { LaneAdapterOptions } from './LaneAdapterOptions';
import { HeldLane } from './LaneHand';
import { LaneReading } from './LaneReading';
import { laneStepKey } from './laneStepKey';
import { outcomeOfWave } from './outcomeOfWave';
import { patienceOf } from './patienceOf';
import { recordContent } from './recordContent';
import { waitedMs } from './waitedMs';
import { wasApproved } from './wasApproved';

/** Sees what became of clusters that were released. */
export class WaveWatch {
  static create(options: LaneAdapterOptions): WaveWatch {
    return new WaveWatch(options);
  }

  readonly #options: LaneAdapterOptions;

  private constructor(options: LaneAdapterOptions) {
    this.#options = options;
  }

  /**
   * Why the next wave may not go for the sake of the one before; undefined: it may. That was well when it was seen last, which may
   * be an hour ago. What is rendered for a cluster that is held again by now is not on it, and says nothing of it.
   */
  async before(
    held: HeldLane,
    { clusters: now }: Pick<LaneReading, 'clusters'>,
    context: StepContext,
  ): Promise<Preflight | undefined> {
    const { steps, step } = context;
    const last = steps.find(({ ordinal }) => ordinal === step.ordinal - 1);
    const what = last && laneStepKey.read(last.key);
    if (what?.what !== 'release' || last?.state === 'not-needed') {
      return undefined;
    }
    const all = await this.#look(held, context, what.clusters, { over: true });
    const seen = all.filter(
      ({ cluster, outcome }) =>
        outcome !== 'changed' || now[cluster]?.dispatched,
    );
    if (seen.every(({ outcome }) => isWell(outcome))) {
      return undefined;
    }
    const elapsedMs = waitedMs(step, context.now);
    const outcome = outcomeOfWave({
      seen,
      elapsedMs,
      patienceMs: patienceOf(held.facts.workloads),
      ambiguous: false,
    });
    return outcome.state === 'halt'
      ? {
          go: false,
          why: 'halt',
          sentence: await this.#hold(held, context, outcome),
          memory: {},
        }
      : {
          go: false,
          why: 'wait',
          sentence: outcome.sentence,
          memory: { waiting: { ms: elapsedMs, at: context.now } },
        };
  }

  /** Tells of clusters of the waves before that have other content by now than was approved. */
  async tellSlipped(
    { clusters: now }: Pick<LaneReading, 'clusters'>,
    { request, steps, step }: StepContext,
  ): Promise<void> {
    const released = steps
      .filter(({ ordinal, state }) => ordinal < step.ordinal && isSeen(state))
      .map(({ key }) => laneStepKey.read(key))
      .flatMap(what => (what.what === 'release' ? what.clusters : []));
    for (const cluster of released) {
      const { dispatched, digest } = now[cluster] ?? {};
      if (dispatched && digest !== request.subject.manifests?.[cluster]) {
        await this.#options.care?.differs(request, cluster);
      }
    }
  }

  async observe(
    held: HeldLane,
    context: StepContext,
    clusters: string[],
  ): Promise<StepObservation> {
    const { step, now } = context;
    const outcome = outcomeOfWave({
      seen: await this.#look(held, context, clusters),
      elapsedMs: now - (step.sentAt ?? now),
      patienceMs: patienceOf(held.facts.workloads),
      ambiguous: step.state === 'ambiguous',
    });
    switch (outcome.state) {
      case 'waiting':
        return outcome;
      case 'halt':
        return {
          state: 'halt',
          sentence: await this.#hold(held, context, outcome),
        };
      default:
        await this.#record(held, context, clusters, outcome.state);
        return outcome;
    }
  }

  async #look(
    { facet, lane, facts }: HeldLane,
    { request, caller, deadlineMs, signal }: StepContext,
    clusters: string[],
    { over = false } = {},
  ): Promise<Array<LaneObservation & { cluster: string }>> {
    return Promise.all(
      clusters.map(async cluster => ({
        cluster,
        ...(await facet.observe({
          policy: facts.policy ?? lane.detail.policy,
          placements: facts.placements,
          cluster,
          digest: request.subject.manifests?.[cluster] ?? '',
          ...(caller && { caller }),
          ...(over && { over }),
          deadlineMs,
          signal,
        })),
      })),
    );
  }

  /** Nothing stays open while people think about what went wrong. */
  async #hold(
    held: HeldLane,
    context: StepContext,
    halted: { sentence: Sentence; changed: string[] },
  ): Promise<Sentence> {
    const { hand, care } = this.#options;
    const { caller, deadlineMs, signal, request } = context;
    const again = await hand
      .hold(held, {
        ...(caller && { caller }),
        deadlineMs: deadlineMs / 2,
        signal,
      })
      .catch(() => undefined);
    const closed = again?.outcome === 'applied' || again?.outcome === 'noop';
    for (const cluster of halted.changed) {
      await care?.differs(request, cluster);
    }
    const detail = halted.sentence.text;
    return sentence(closed ? 'lane.halted.held' : 'lane.halted.open', {
      detail,
    });
  }

  async #record(
    { lane }: HeldLane,
    { request, votes, now }: StepContext,
    clusters: string[],
    state: 'observed' | 'unproven',
  ): Promise<void> {
    const { manifests } = request.subject;
    await recordContent(
      this.#options.knex,
      lane,
      clusters.flatMap(cluster => {
        const digest = manifests?.[cluster];
        return digest === undefined
          ? []
          : {
              cluster,
              digest,
              digestWithoutReplicas:
                request.detail.withoutReplicas?.[cluster] ?? digest,
              appliedAt: now,
              requestId: request.id,
              proven: state === 'observed',
              approved: wasApproved(request, votes),
            };
      }),
    );
  }
}

function isWell(outcome: LaneObservation['outcome']): boolean {
  return outcome === 'observed' || outcome === 'unproven';
}

function isSeen(state: StepContext['step']['state']): boolean {
  return state === 'observed' || state === 'unproven';
}
