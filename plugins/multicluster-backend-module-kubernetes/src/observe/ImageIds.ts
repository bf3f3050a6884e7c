import {
  PlacementFact,
  WorkloadFact,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  read,
  selectorText,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { isMoving } from '../derive/isMoving';
import { WorkloadNative } from '../native/WorkloadNative';
import { projectPlacement } from '../project/projectPlacement';
import { LaneListener } from './LaneQueue';
import { WorkloadLane } from './workloadLanes';

/** A workload whose images are not pinned, as it was seen last. @internal */
export interface UnpinnedWorkload {
  lane: WorkloadLane;
  workload: WorkloadFact;
  selector: string;
  placement: PlacementFact<WorkloadNative>;
  /** Nothing is under way: all of its pods are of one generation. */
  settled: boolean;
  /** When its pods were read, in ms since the epoch; undefined: not since it last settled. */
  readAt?: number;
  /** What was read is stored. */
  kept?: true;
  /** Named by the full list that is on its way. */
  listed: boolean;
}

/**
 * Remembers which workloads have images that are not pinned, and what their pods said. Kept in memory alone: what was read
 * is part of what is stored of a placement.
 *
 * @internal
 */
export class ImageIds implements LaneListener {
  static create(cluster: string): ImageIds {
    return new ImageIds(cluster);
  }

  readonly #cluster: string;
  readonly #known = new Map<string, UnpinnedWorkload>();

  private constructor(cluster: string) {
    this.#cluster = cluster;
  }

  /**
   * Takes note of a workload that passes by.
   *
   * @returns its placement, with the ids that were read of this very generation
   */
  note(
    lane: WorkloadLane,
    object: Record<string, unknown>,
    workload: WorkloadFact,
  ): PlacementFact<WorkloadNative> {
    const plain = projectPlacement(object, workload, {
      cluster: this.#cluster,
    });
    const selector = selectorText(read.record(object.spec).selector);
    const { wanted, total } = plain.native;
    const unpinned = workload.images.some(({ digest }) => !digest);
    // What runs to an end pulls anew each time; its last pods say nothing of the next.
    if (!unpinned || !selector || wanted === undefined) {
      this.#known.delete(workload.key);
      return plain;
    }
    const before = this.#known.get(workload.key);
    const same =
      before?.workload.uid === workload.uid &&
      before.workload.generation === workload.generation;
    const settled = !isMoving(plain.native) && isWhole(plain.native);
    const ids = same && settled && total ? before.placement.native.ids : {};
    const placement = withIds(plain, ids);
    // A pod that was replaced may have pulled another image under the same tag: what settles anew is read anew.
    const goesOn = same && before.settled;
    const readAt = goesOn ? before.readAt : undefined;
    this.#known.set(workload.key, {
      lane,
      workload,
      selector,
      placement,
      settled,
      ...(readAt !== undefined && { readAt }),
      ...(goesOn && before.kept && { kept: true }),
      listed: true,
    });
    return placement;
  }

  /**
   * What is to be read now: what was never read, then what was read longest ago.
   *
   * @param isBusy - lanes that are being listed: what is read meanwhile could not be written
   */
  next(
    now: number,
    everyMs: number,
    isBusy: (lane: string) => boolean,
  ): UnpinnedWorkload | undefined {
    let found: UnpinnedWorkload | undefined;
    for (const item of this.#known.values()) {
      const at = item.readAt ?? -Infinity;
      if (
        item.settled &&
        item.placement.native.total &&
        now - at >= everyMs &&
        !isBusy(item.lane.lane) &&
        (!found || at < (found.readAt ?? -Infinity))
      ) {
        found = item;
      }
    }
    return found;
  }

  /** Whether a workload is known, for a list that only fills what was never seen. */
  has(key: string): boolean {
    return this.#known.has(key);
  }

  /**
   * Keeps what the pods of a workload said.
   *
   * @returns what is to be written, if that is anything new; undefined too where the workload changed while its pods were
   * read: they may be of either generation then
   */
  keep(
    asked: UnpinnedWorkload,
    ids: Record<string, string>,
    now: number,
  ): UnpinnedWorkload | undefined {
    const { key } = asked.workload;
    const item = this.#known.get(key);
    if (
      !item?.settled ||
      item.workload.uid !== asked.workload.uid ||
      item.workload.generation !== asked.workload.generation
    ) {
      return undefined;
    }
    const before = item.placement.native.ids ?? {};
    const isNew = !item.kept || JSON.stringify(before) !== JSON.stringify(ids);
    item.readAt = now;
    item.kept = true;
    item.placement = withIds(item.placement, ids);
    return isNew ? item : undefined;
  }

  /** The placement as it is to be stored now; undefined once the workload is gone. */
  placementOf(key: string): PlacementFact<WorkloadNative> | undefined {
    return this.#known.get(key)?.placement;
  }

  /** What was kept could not be written: it is read again. */
  retry(key: string): void {
    const item = this.#known.get(key);
    if (item) {
      delete item.readAt;
      delete item.kept;
    }
  }

  /** Its pods could not be read: it waits for its next turn. */
  postpone(asked: UnpinnedWorkload, now: number): void {
    const item = this.#known.get(asked.workload.key);
    if (item) {
      item.readAt = now;
    }
  }

  onSweep(lane: string): void {
    for (const item of this.#known.values()) {
      if (item.lane.lane === lane) {
        item.listed = false;
      }
    }
  }

  onSwept(lane: string): void {
    for (const [key, item] of this.#known) {
      if (item.lane.lane === lane && !item.listed) {
        this.#known.delete(key);
      }
    }
  }

  onDeleted(keys: string[]): void {
    keys.forEach(key => this.#known.delete(key));
  }
}

function isWhole({ total = 0, updated = 0 }: WorkloadNative): boolean {
  return updated === total;
}

function withIds(
  placement: PlacementFact<WorkloadNative>,
  ids: Record<string, string> = {},
): PlacementFact<WorkloadNative> {
  const { ids: _, ...native } = placement.native;
  return {
    ...placement,
    native: {
      ...native,
      ...(Object.keys(ids).length > 0 && { ids }),
    },
  };
}
