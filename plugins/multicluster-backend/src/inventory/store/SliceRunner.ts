import { setImmediate } from 'node:timers/promises';
import { Mutex } from '../../util/Mutex';
import { FencedTransaction } from './FencedTransaction';
import { StoredLane } from './LaneBook';
import { SlicePlan } from './SlicePlan';
import { SliceSizer } from './SliceSizer';
import { LaneUpdate } from './updateLane';

interface SliceRunnerOptions<P extends SlicePlan> {
  /** Gives back how many rows the lane keeps now, where it has written that. */
  committer: {
    commit(plan: P, lane?: LaneUpdate): Promise<number | undefined>;
  };
  transaction: FencedTransaction;
  newPlan(at: number): P;
  /** Work that goes before what waits already. */
  first?: string;
  /** How large slices may be and how long they should take. */
  slices: { targetMs: number; start: number; largest: number };
  /** How rarely a checkpoint is written when nothing else is. */
  checkpointEveryMs: number;
  now(): number;
}

/** What the last slice of a call also writes. */
export interface SliceEnd {
  lane: StoredLane;
  /** Everything up to here is stored once the last slice is. */
  checkpoint?: string;
}

/**
 * Plans and commits in slices of the event loop, one at a time for the whole facet.
 *
 * One at a time, because a placement and its template may come by different lanes at the same moment: each would be
 * planned without the other, and nobody would derive the placement again.
 *
 * Work is named by the type of its facts, `rederive` or `delete`: items of different work take different time.
 */
export class SliceRunner<P extends SlicePlan> {
  readonly #options: SliceRunnerOptions<P>;
  readonly #mutex = new Mutex();
  readonly #sizers = new Map<string, SliceSizer>();

  constructor(options: SliceRunnerOptions<P>) {
    this.#options = options;
  }

  /** How many items a slice of such work should have now. */
  size(work: string): number {
    return this.#sizer(work).size;
  }

  async run<T>(
    work: string,
    items: T[],
    plan: (plan: P, slice: T[]) => Promise<void>,
    end?: SliceEnd,
    committed?: (plan: P) => void,
  ): Promise<void> {
    for (let at = 0; at < items.length; ) {
      const slice = items.slice(at, at + this.size(work));
      at += slice.length;
      const last = at >= items.length;
      await this.step(
        work,
        async one => {
          await plan(one, slice);
          return slice.length;
        },
        end && (last ? end : { lane: end.lane }),
        committed,
      );
    }
  }

  /** One slice. `plan` gives back how many items it planned; 0 when it found nothing to do. */
  async step(
    work: string,
    plan: (plan: P) => Promise<number>,
    end?: SliceEnd,
    committed?: (plan: P) => void,
  ): Promise<number> {
    const slice = async () => {
      const one = this.#options.newPlan(this.#options.now());
      const planning = stopwatch();
      const count = await plan(one);
      const planned = planning();
      await setImmediate();
      const committing = stopwatch();
      await this.#commit(one, end);
      this.#sizer(work).took(count, Math.max(planned, committing()));
      committed?.(one);
      await setImmediate();
      return count;
    };
    return this.#mutex.run(slice, { first: work === this.#options.first });
  }

  #sizer(work: string): SliceSizer {
    let sizer = this.#sizers.get(work);
    if (!sizer) {
      sizer = new SliceSizer(this.#options.slices);
      this.#sizers.set(work, sizer);
    }
    return sizer;
  }

  /** Writes what is known of a lane now, without any facts. */
  async commitLane(lane: StoredLane, update: Omit<LaneUpdate, 'id'>) {
    await this.#mutex.run(async () => {
      const { committer, newPlan, now } = this.#options;
      const objects = await committer.commit(newPlan(now()), {
        id: lane.id,
        ...update,
      });
      lane.objects = objects ?? lane.objects;
      lane.listed ||= update.sweptAt !== undefined;
      if (update.checkpoint !== undefined) {
        this.#written(lane, update.checkpoint ?? undefined);
      }
    });
  }

  /** Whether a checkpoint of the lane may be written although nothing else is. */
  isDue(lane: StoredLane): boolean {
    const { now, checkpointEveryMs } = this.#options;
    return now() - lane.writtenAt >= checkpointEveryMs;
  }

  async #commit(plan: P, end: SliceEnd | undefined): Promise<void> {
    const { committer, transaction } = this.#options;
    const { lane, checkpoint } = end ?? {};
    const due = lane && checkpoint && this.isDue(lane);
    if (plan.isEmpty && !due) {
      await transaction.check();
      if (lane && checkpoint) {
        lane.pending = checkpoint;
      }
      return;
    }
    const objects = await committer.commit(
      plan,
      lane && { id: lane.id, checkpoint },
    );
    if (lane) {
      // As it is written: what is kept no longer was taken off by somebody else.
      lane.objects = objects ?? lane.objects;
    }
    if (lane && checkpoint) {
      this.#written(lane, checkpoint);
    }
  }

  #written(lane: StoredLane, checkpoint: string | undefined): void {
    lane.checkpoint = checkpoint;
    lane.pending = undefined;
    lane.writtenAt = this.#options.now();
  }
}

/**
 * Milliseconds that we took since: by the clock on the wall, or of the processor where that is less. On a machine that is
 * busy with something else smaller slices would not be felt less and would cost more; and the processor's time counts
 * threads that are none of ours.
 */
function stopwatch(): () => number {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return Math.min(performance.now() - wall, (user + system) / 1000);
  };
}
