import { TargetLifecycle } from '@fairway/backstage-plugin-multicluster-common';
import {
  AggregatedItem,
  BindingNative,
  EvictionTask,
} from '../native/BindingNative';

/** A cluster that a binding has to do with, and why. @internal */
export interface Target {
  cluster: string;
  lifecycle: TargetLifecycle;
  /** Copies the binding assigned to it; absent where the kind has none or nothing is assigned any more. */
  wanted?: number;
  task?: EvictionTask;
  item?: AggregatedItem;
  /** Counts when judging whether the binding is complete. */
  counts: boolean;
}

/**
 * Every cluster a binding has to do with: assigned ones, those that its dependants need it on, evicting ones (purge
 * Directly included), and those that are only left in the aggregated status. The last are `leaving`: after an eviction
 * Karmada kept one for 186 seconds.
 *
 * @param wantedOf - copies wanted on an assigned cluster
 * @internal
 */
export function targetSet(
  native: BindingNative,
  deleting: boolean,
  wantedOf: (replicas: number | undefined) => number | undefined,
): Target[] {
  const targets = new Map<string, Target>();
  for (const [cluster, replicas] of native.to) {
    const wanted = wantedOf(replicas);
    targets.set(cluster, {
      cluster,
      lifecycle: 'desired',
      counts: true,
      ...(wanted !== undefined && { wanted }),
    });
  }
  for (const cluster of native.req ?? []) {
    if (!targets.has(cluster)) {
      targets.set(cluster, { cluster, lifecycle: 'desired', counts: true });
    }
  }
  for (const task of native.ev ?? []) {
    targets.set(task.c, evictingTarget(task));
  }
  for (const item of native.agg) {
    const target = targets.get(item.c);
    if (target) {
      target.item = item;
    } else {
      targets.set(item.c, {
        cluster: item.c,
        lifecycle: 'leaving',
        counts: false,
        item,
      });
    }
  }
  const result = [...targets.values()];
  if (deleting) {
    for (const target of result) {
      target.lifecycle = 'leaving';
    }
  }
  return result;
}

/** An eviction wins over everything else said of its cluster. */
function evictingTarget(task: EvictionTask): Target {
  const waits = task.keep ?? task.p === 'N';
  return {
    cluster: task.c,
    lifecycle: waits ? 'awaiting-purge' : 'evicting',
    counts: task.p !== 'D',
    task,
  };
}
