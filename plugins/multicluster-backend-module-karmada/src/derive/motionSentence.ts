import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { deliveredCopies } from './deliveredCopies';
import { isScaledToZero } from './isScaledToZero';
import { nameList } from './nameList';
import { DerivedState, SummaryInput } from './SummaryInput';
import { runsPart } from './troubleSentence';

/** Why a binding is not there yet. @internal */
export interface Motion {
  reason: string;
  sentence: Sentence;
}

/** How long graceful eviction takes at most, unless the controller manager was told otherwise. */
const EVICTION_MS = 600_000;

/**
 * What a binding is in the middle of, if anything: purge to be confirmed, moving, held changes, rolling out, on its way,
 * waiting for the scheduler.
 *
 * @internal
 */
export function findMotion(input: SummaryInput): Motion | undefined {
  const { targets } = input;
  const desired = targets.filter(target => target.lifecycle === 'desired');
  return (
    awaitingPurge(targets) ??
    moving(targets) ??
    heldChanges(desired) ??
    rollingOut(desired) ??
    onTheWay(desired) ??
    waitingForScheduler(input)
  );
}

function names(targets: DerivedState[]): string {
  return nameList(targets.map(target => target.cluster));
}

function awaitingPurge(targets: DerivedState[]): Motion | undefined {
  const waiting = targets.filter(t => t.lifecycle === 'awaiting-purge');
  return waiting.length > 0
    ? {
        reason: 'AwaitingPurge',
        sentence: sentence('placement.awaitingPurge', {
          clusters: names(waiting),
        }),
      }
    : undefined;
}

function moving(targets: DerivedState[]): Motion | undefined {
  const evicting = targets.filter(t => t.lifecycle === 'evicting');
  if (evicting.length === 0) {
    return undefined;
  }
  const clusters = names(evicting);
  if (evicting.every(t => t.task?.p === 'D')) {
    // Once its replacement runs, a task that is only still listed hides nothing.
    const replaced = targets.some(
      t =>
        t.lifecycle === 'desired' &&
        t.state.axes.health !== 'unknown' &&
        t.state.axes.delivery === 'applied',
    );
    return replaced
      ? undefined
      : {
          reason: 'Evicting',
          sentence: sentence('placement.evictingDirectly', { clusters }),
        };
  }
  const waiting = evicting.filter(waitsForReplacement);
  if (waiting.length === 0) {
    return {
      reason: 'Evicting',
      sentence: sentence('placement.evictingNow', { clusters }),
    };
  }
  const deadline = latestDeadline(waiting);
  return {
    reason: 'Evicting',
    sentence: deadline
      ? sentence('placement.evictingUntil', {
          clusters: names(waiting),
          deadline,
        })
      : sentence('placement.evicting', { clusters: names(waiting) }),
  };
}

/** Purged at once, or confirmed by a person (`suppressDeletion: false`): such a copy waits for nothing and has no deadline. */
function waitsForReplacement({ task }: DerivedState): boolean {
  return task?.p !== 'D' && task?.keep === undefined;
}

/** A task has no creation time until the eviction controller stamped it; before that no countdown may be shown. */
function latestDeadline(waiting: DerivedState[]): Date | undefined {
  const ends = waiting.map(({ task }) => {
    const grace = task?.grace === undefined ? EVICTION_MS : task.grace * 1000;
    return Date.parse(task?.at ?? '') + grace;
  });
  const latest = new Date(Math.max(...ends));
  return Number.isNaN(latest.getTime()) ? undefined : latest;
}

function heldChanges(desired: DerivedState[]): Motion | undefined {
  const held = desired.filter(t => t.state.axes.delivery === 'held');
  const fresh = held.filter(t => !t.item?.ok);
  if (fresh.length > 0) {
    return {
      reason: 'HeldNew',
      sentence: sentence('placement.heldNew', { clusters: names(fresh) }),
    };
  }
  const behind = held.filter(t => t.state.generationsBehind || isOff(t));
  return behind.length > 0
    ? {
        reason: 'HeldBehind',
        sentence: sentence('placement.heldBehind', {
          parts: behind.slice(0, 3).map(behindPart),
        }),
      }
    : undefined;
}

/** Another number of copies was delivered than is wanted; the surge of a rollout that ends is no part of it. */
function isOff(target: DerivedState): boolean {
  const { state } = target;
  const { desired } = state.replicas;
  const delivered = deliveredCopies(target);
  return (
    state.axes.health !== 'progressing' &&
    desired !== undefined &&
    delivered !== undefined &&
    delivered !== desired
  );
}

function behindPart(target: DerivedState): Sentence {
  return isOff(target)
    ? runsPart(target)
    : sentence('placement.part.behind', {
        cluster: target.cluster,
        count: target.state.generationsBehind ?? 0,
      });
}

function rollingOut(desired: DerivedState[]): Motion | undefined {
  const rolling = desired.filter(
    ({ state: { axes } }) =>
      axes.delivery === 'rolling-out' ||
      // Under way when it was held: what the member has goes on by itself.
      (axes.delivery === 'held' && axes.health === 'progressing'),
  );
  if (rolling.length === 0) {
    return undefined;
  }
  const { replicas } = rolling[0].state;
  if (rolling.length === 1 && replicas.desired === undefined) {
    return {
      reason: 'RollingOut',
      sentence: sentence('placement.rollingPlain', {
        clusters: names(rolling),
      }),
    };
  }
  const surplus = rolling[0].item?.r ?? 0;
  if (
    rolling.length === 1 &&
    !rolling[0].state.generationsBehind &&
    (replicas.updated ?? surplus) > (replicas.desired ?? 0)
  ) {
    return {
      reason: 'ScalingDown',
      sentence: sentence('placement.scalingDown', {
        clusters: names(rolling),
        running: surplus,
        wanted: replicas.desired ?? 0,
      }),
    };
  }
  return {
    reason: 'RollingOut',
    sentence: sentence('placement.rolling', {
      count: rolling.length,
      clusters: names(rolling),
      updated: replicas.updated ?? replicas.available ?? 0,
      available: replicas.available ?? 0,
      desired: replicas.desired ?? 0,
      done: desired.length - rolling.length,
      total: desired.length,
    }),
  };
}

function onTheWay(desired: DerivedState[]): Motion | undefined {
  const pending = desired.filter(
    ({ item, state: { axes } }) =>
      axes.delivery === 'pending' ||
      // Taken just before it was held, and nothing reported yet.
      (axes.delivery === 'held' && axes.health === 'unknown' && item?.ok),
  );
  return pending.length > 0
    ? {
        reason: 'Pending',
        sentence: sentence('placement.pending', {
          count: pending.length,
          clusters: names(pending),
        }),
      }
    : undefined;
}

function waitingForScheduler(input: SummaryInput): Motion | undefined {
  const { native, dependency, wanted, counted, orphaned } = input;
  if (dependency || native.noSched || orphaned) {
    return undefined;
  }
  if (native.to.length === 0) {
    return native.div && isScaledToZero(input)
      ? undefined
      : {
          reason: 'WaitingForScheduler',
          sentence: sentence('placement.waitingForScheduler'),
        };
  }
  const placed = native.to.reduce((sum, [, n]) => sum + (n ?? 0), 0);
  const all = native.div ? wanted : wanted * native.to.length;
  if (counted && placed !== all && native.to.some(([, n]) => n !== undefined)) {
    return {
      reason: 'Rescheduling',
      sentence: sentence('placement.rescheduling', { placed, wanted: all }),
    };
  }
  return native.reb
    ? {
        reason: 'Rebalancing',
        sentence: sentence('placement.rebalancing'),
      }
    : undefined;
}
