import {
  sentence,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { LaneObservation } from '@fairway/backstage-plugin-multicluster-node';
import { StepContext, StepObservation } from '../delivery/DeliveryAdapter';
import { LaneAdapterOptions } from './LaneAdapterOptions';
import { HeldLane } from './LaneHand';
import { laneStepKey } from './laneStepKey';
import { outcomeOfWave } from './outcomeOfWave';
import { patienceOf } from './patienceOf';
import { recordContent } from './recordContent';
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
   * What the wave before still lacks right before the next one; undefined: nothing. It was well when it was seen last, which may be
   * an hour ago. One that is held again by now says nothing of itself any more.
   */
  async before(
    held: HeldLane,
    context: StepContext,
  ): Promise<Sentence | undefined> {
    const { steps, step } = context;
    const last = steps.find(({ ordinal }) => ordinal === step.ordinal - 1);
    const what = last && laneStepKey.read(last.key);
    if (what?.what !== 'release' || last?.state === 'not-needed') {
      return undefined;
    }
    const seen = await this.#look(held, context, what.clusters);
    return seen.find(
      ({ outcome }) => outcome !== 'observed' && outcome !== 'unproven',
    )?.sentence;
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
        return this.#halt(held, context, outcome);
      default:
        await this.#record(held, context, clusters, outcome.state);
        return outcome;
    }
  }

  async #look(
    { facet, lane, facts }: HeldLane,
    { request, caller, deadlineMs, signal }: StepContext,
    clusters: string[],
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
          deadlineMs,
          signal,
        })),
      })),
    );
  }

  /** Nothing stays open while people think about what went wrong. */
  async #halt(
    held: HeldLane,
    context: StepContext,
    halted: { sentence: Sentence; changed: string[] },
  ): Promise<StepObservation> {
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
    return {
      state: 'halt',
      sentence: sentence(closed ? 'lane.halted.held' : 'lane.halted.open', {
        detail,
      }),
    };
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
