import { setTimeout as sleep } from 'node:timers/promises';
import { ObserveContext } from '@fairway/backstage-plugin-multicluster-node';
import {
  ClusterReader,
  deliveryMarks,
  KubernetesError,
  KubernetesTransport,
  memberResources,
  problemSentence,
  read,
  resourcePath,
  trimObject,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { projectImageIds } from '../project/projectImageIds';
import { projectWorkload } from '../project/projectWorkload';
import { isOfThePlatform } from '../project/isOfThePlatform';
import { ImageIds, UnpinnedWorkload } from './ImageIds';
import { LaneQueue } from './LaneQueue';
import { WorkloadLane } from './workloadLanes';

/** Times in milliseconds. @internal */
export interface ImageIdTimings {
  /** Pods of a workload are read again after this (300,000). */
  everyMs: number;
  /** Between two requests: at most four a second (250). */
  gapMs: number;
  /** Between two looks whether there is anything to read (1,000). */
  lookMs: number;
  /** After a failure (30,000). */
  backOffMs: number;
}

const defaults: ImageIdTimings = {
  everyMs: 300_000,
  gapMs: 250,
  lookMs: 1_000,
  backOffMs: 30_000,
};

const LANE = 'image-ids';
const SUBJECT = 'Pods';
const DEADLINE_MS = 10_000;

/**
 * Reads slowly, beside the watches, which image ids the pods of workloads report whose images are not pinned. Pods
 * themselves are neither watched nor stored.
 *
 * @internal
 */
export class ImageIdReader {
  static create(options: {
    transport: KubernetesTransport;
    context: ObserveContext;
    queue: LaneQueue;
    ids: ImageIds;
    lanes: WorkloadLane[];
    timings?: Partial<ImageIdTimings>;
  }): ImageIdReader {
    return new ImageIdReader(options);
  }

  readonly #options: Parameters<typeof ImageIdReader.create>[0];
  readonly #timings: ImageIdTimings;
  #failing = false;

  private constructor(options: Parameters<typeof ImageIdReader.create>[0]) {
    this.#options = options;
    this.#timings = { ...defaults, ...options.timings };
  }

  async run(signal: AbortSignal): Promise<void> {
    const { lanes, context } = this.#options;
    context.report.declare(LANE, { subject: SUBJECT });
    await this.#claim();
    const unlisted = [...lanes];
    while (!signal.aborted) {
      const wait = await this.#step(unlisted, signal);
      await sleep(wait, undefined, { signal }).catch(() => undefined);
    }
  }

  /** The lane brings no rows of its own: it is as complete at first as it will ever be, and no source waits for it. */
  async #claim(): Promise<void> {
    const { sink } = this.#options.context;
    if ((await sink.checkpoint(LANE)) === undefined) {
      const sweep = await sink.beginSweep(LANE);
      await sweep.complete('-');
    }
  }

  /** One request at most. Gives the milliseconds until the next. */
  async #step(unlisted: WorkloadLane[], signal: AbortSignal): Promise<number> {
    const { ids, context, queue } = this.#options;
    const { everyMs, gapMs, lookMs, backOffMs } = this.#timings;
    const item = ids.next(context.now(), everyMs, lane =>
      queue.isSweeping(lane),
    );
    try {
      if (item) {
        await this.#read(item, signal);
      } else if (unlisted.length > 0) {
        await this.#list(unlisted[0], signal);
        unlisted.shift();
      } else {
        if (!this.#failing) {
          context.report.contact(LANE);
        }
        return lookMs;
      }
    } catch (error) {
      if (signal.aborted) {
        return 0;
      }
      if (!(error instanceof KubernetesError)) {
        throw error;
      }
      if (item) {
        ids.postpone(item, context.now());
      }
      this.#failed(error);
      // Workloads that may not be listed are the trouble of their own lane.
      if (!item && error.code === 'forbidden') {
        unlisted.shift();
      }
      return backOffMs;
    }
    if (this.#failing) {
      this.#failing = false;
      context.report.recovered(LANE);
    }
    context.report.contact(LANE);
    return gapMs;
  }

  async #read(item: UnpinnedWorkload, signal: AbortSignal): Promise<void> {
    const { transport, ids, queue, context } = this.#options;
    const { workload, selector, lane } = item;
    const reader = ClusterReader.create({
      transport,
      signal: AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]),
    });
    const pods = await reader.list(
      memberResources.pods,
      { namespace: workload.namespace },
      { labelSelector: selector },
    );
    // Of more pods than are read at once nobody knows what the others run.
    const found = pods.complete ? projectImageIds(pods.items, workload) : {};
    if (!ids.keep(item, found, context.now())) {
      return;
    }
    await queue.run(lane.lane, async () => {
      // A full list that began meanwhile may have passed the workload by already, without the ids.
      if (queue.isSweeping(lane.lane)) {
        ids.retry(workload.key);
        return;
      }
      const placement = ids.placementOf(workload.key);
      if (placement) {
        await context.sink.change({
          lane: lane.lane,
          upserts: [placement],
          deletes: [],
        });
      }
    });
  }

  /** A watch that goes on where it was names nothing that stays as it is, so that workloads are listed once for this. */
  async #list(lane: WorkloadLane, signal: AbortSignal): Promise<void> {
    const { transport, context, ids } = this.#options;
    if ((await context.sink.checkpoint(lane.lane)) === undefined) {
      return;
    }
    const { kind, namespace } = lane;
    let next: string | undefined;
    do {
      const list = read.record(
        await transport.json({
          path: resourcePath(kind, { namespace }),
          query: { limit: 500, continue: next },
          signal,
          deadlineMs: DEADLINE_MS,
        }),
      );
      for (const raw of read.list(list.items)) {
        const object = trimObject(raw, {
          apiVersion: `${kind.group}/${kind.version}`,
          kind: kind.kind,
          annotations: new Set(deliveryMarks),
        });
        const workload = object && projectWorkload(object, kind);
        if (
          workload &&
          !ids.has(workload.key) &&
          (namespace || !isOfThePlatform(workload.namespace))
        ) {
          ids.note(lane, object, workload);
        }
      }
      next = read.string(read.record(list.metadata).continue);
    } while (next);
  }

  #failed(error: KubernetesError): void {
    this.#failing = true;
    this.#options.context.report.problem(LANE, {
      code: error.code,
      sentence: problemSentence(error.code, {
        subject: SUBJECT,
        detail: error.statusMessage,
      }),
    });
  }
}
