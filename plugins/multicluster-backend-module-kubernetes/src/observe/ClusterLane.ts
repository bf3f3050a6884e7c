import { setTimeout as sleep } from 'node:timers/promises';
import {
  ClusterFact,
  ObserveContext,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  KubernetesError,
  KubernetesTransport,
  problemSentence,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { ClusterSettings } from '../config';
import { ClusterDetails, readClusterDetails } from './readClusterDetails';
import { clusterFact } from '../project/clusterFact';

/** Times in milliseconds. @internal */
export interface ClusterTimings {
  /** How often the cluster is asked whether it is ready (10,000). */
  probeMs: number;
  /** An answer must be there within (5,000). */
  deadlineMs: number;
  /** How often nodes and version are read (60,000). */
  detailsMs: number;
}

const defaults: ClusterTimings = {
  probeMs: 10_000,
  deadlineMs: 5_000,
  detailsMs: 60_000,
};

/** Lost contact is believed at the second failure in a row: one is often a connection that was cut on the way. */
const FAILURES = 2;

/** @internal */
export const CLUSTER_LANE = 'clusters';

/** Problems that tell that nobody answers, as far as one can see from here. */
const LOST: readonly string[] = ['unreachable', 'timeout', 'tls', 'not-an-api'];

/**
 * Asks a cluster whether it is ready, and stores what it says of itself. While it does not answer, what was known of it
 * stays, with another state; of a cluster that never answered there is nothing to store.
 *
 * @internal
 */
export class ClusterLane {
  static create(options: {
    settings: ClusterSettings;
    transport: KubernetesTransport;
    context: ObserveContext;
    timings?: Partial<ClusterTimings>;
  }): ClusterLane {
    return new ClusterLane(options);
  }

  readonly #options: Parameters<typeof ClusterLane.create>[0];
  readonly #timings: ClusterTimings;
  /** A lane of the kind Cluster would read as if there were several. */
  readonly #subject: string;
  #details?: ClusterDetails;
  #detailsAt = -Infinity;
  /** As stored; it doubles as the checkpoint, so that a restart knows what it is about before the cluster answers. */
  #stored?: string;
  #failures = 0;
  #failing = false;

  private constructor(options: Parameters<typeof ClusterLane.create>[0]) {
    this.#options = options;
    this.#timings = { ...defaults, ...options.timings };
    this.#subject = `Cluster ${options.settings.name}`;
  }

  /** Asks for the first time; resolves with or without an answer. */
  async begin(signal: AbortSignal): Promise<void> {
    const { context } = this.#options;
    context.report.declare(CLUSTER_LANE, { subject: this.#subject });
    this.#stored = await context.sink.checkpoint(CLUSTER_LANE);
    this.#details = detailsOf(this.#stored);
    await this.#probe(signal);
  }

  /** Goes on asking. */
  async run(signal: AbortSignal): Promise<void> {
    const { probeMs } = this.#timings;
    while (!signal.aborted) {
      await sleep(probeMs, undefined, { signal }).catch(() => undefined);
      await this.#probe(signal);
    }
  }

  async #probe(signal: AbortSignal): Promise<void> {
    if (signal.aborted) {
      return;
    }
    const { report } = this.#options.context;
    try {
      const state = await this.#ask(signal);
      this.#failures = 0;
      await this.#store(state);
      report.contact(CLUSTER_LANE);
      if (this.#failing) {
        this.#failing = false;
        report.recovered(CLUSTER_LANE);
      }
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      if (!(error instanceof KubernetesError)) {
        throw error;
      }
      this.#failing = true;
      report.problem(CLUSTER_LANE, {
        code: error.code,
        sentence: problemSentence(error.code, {
          subject: this.#subject,
          detail: error.statusMessage,
        }),
      });
      if (LOST.includes(error.code) && ++this.#failures >= FAILURES) {
        await this.#store({ state: 'unreachable' });
      }
    }
  }

  /** A server that refuses to tell whether it is ready answers, which is what matters. */
  async #ask(
    signal: AbortSignal,
  ): Promise<Pick<ClusterFact, 'state' | 'message'>> {
    const { transport, context } = this.#options;
    const { deadlineMs, detailsMs } = this.#timings;
    let state: Pick<ClusterFact, 'state' | 'message'> = { state: 'ready' };
    try {
      await transport.request({
        path: '/readyz',
        accept: '*/*',
        signal,
        deadlineMs,
      });
    } catch (error) {
      if (!(error instanceof KubernetesError)) {
        throw error;
      }
      if (error.code === 'not-ready' || error.code === 'upstream-error') {
        state = { state: 'not-ready' };
      } else if (error.code !== 'forbidden') {
        throw error;
      }
    }
    const now = context.now();
    if (state.state === 'ready' && now - this.#detailsAt >= detailsMs) {
      const read = await readClusterDetails(transport, { signal });
      // What cannot be read this time stays as it was.
      this.#details = { ...this.#details, ...read };
      this.#detailsAt = now;
    }
    return state;
  }

  async #store(state: Pick<ClusterFact, 'state' | 'message'>): Promise<void> {
    const { settings, context } = this.#options;
    if (this.#stored === undefined && state.state === 'unreachable') {
      return;
    }
    const fact = clusterFact(settings, this.#details ?? {}, state);
    const text = JSON.stringify({ fact, details: this.#details ?? {} });
    if (text === this.#stored) {
      return;
    }
    if (this.#stored === undefined) {
      const sweep = await context.sink.beginSweep(CLUSTER_LANE);
      await sweep.page([fact]);
      await sweep.complete(text);
    } else {
      await context.sink.change({
        lane: CLUSTER_LANE,
        upserts: [fact],
        deletes: [],
        checkpoint: text,
      });
    }
    this.#stored = text;
  }
}

function detailsOf(stored: string | undefined): ClusterDetails | undefined {
  try {
    return stored ? JSON.parse(stored).details : undefined;
  } catch {
    return undefined;
  }
}
