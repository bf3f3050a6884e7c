import {
  LeadTime,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { toIso } from '../../toIso';
import { ScopeRun } from '../PromotionScope';
import { Interval, lengthOf, within, without } from './intervals';
import { RunChange, gateIntervals, queueInterval } from './runIntervals';

/** {@inheritDoc leadTime} */
export interface LeadTimeInput {
  /** Runs that deliver the commit, in any order; at least one. */
  runs: ScopeRun[];
  /** Changes of these runs, oldest first. */
  changes: RunChange[];
  /** Milliseconds since the epoch: when all clusters of the last environment ran it; absent: they do not yet. */
  arrivedAt?: number;
  /** Why there is no arrival. */
  open?: Sentence;
}

/**
 * Where the time of a change went, from its commit until the clusters of the last environment ran it.
 *
 * @remarks
 * `build`: from the commit until a tool made the first run of it. `queue`: runs that had not started. `humanWait`: gates that
 * waited; also while anything else went on. `deploy`: the rest of the runs, the last one until clusters ran what it brought,
 * however early or late its tool called that a success. Time between two runs, when nobody had begun the next, is in
 * none of them, so that they can be less than the whole. What is not known, or not over, is absent. A commit that is dated
 * after its first run began with that, and has no `build`.
 */
export function leadTime(input: LeadTimeInput): LeadTime {
  const { runs, changes, arrivedAt } = input;
  const ordered = [...runs].sort((a, b) => createdAt(a) - createdAt(b));
  const commit = ordered.find(({ run }) => run.commit)?.run.commit;
  const committed = commit?.createdAt
    ? Date.parse(commit.createdAt)
    : undefined;
  const first = createdAt(ordered[0]);
  // A commit that is dated after its first run (a clock ahead) would make the whole shorter than its parts.
  const begun =
    committed === undefined ? undefined : Math.min(committed, first);
  const whole: Interval = [first, arrivedAt ?? Infinity];
  const counted = ordered.filter(run => createdAt(run) < whole[1]);
  const waits = collect(counted, run => gateIntervals(run, changes));
  const queues = collect(counted, run => queueInterval(run, changes));
  const human = waits && lengthOf(within(waits, whole));
  const queue = queues && lengthOf(within(queues, whole));
  const deploy =
    waits && queues && arrivedAt !== undefined
      ? lengthOf(
          without(within(lives(counted, arrivedAt), whole), [
            ...waits,
            ...queues,
          ]),
        )
      : undefined;
  return {
    ...(committed !== undefined &&
      committed <= first && { buildMs: first - committed }),
    ...(queue !== undefined && { queueMs: queue }),
    ...(human !== undefined && { humanWaitMs: human }),
    ...(deploy !== undefined && { deployMs: deploy }),
    ...(begun !== undefined && { from: toIso(begun) }),
    ...(arrivedAt !== undefined && { to: toIso(arrivedAt) }),
    ...(begun !== undefined &&
      arrivedAt !== undefined && { totalMs: Math.max(0, arrivedAt - begun) }),
    ...(commit && { commit }),
    ...(input.open && { open: input.open }),
  };
}

/** All of them, or undefined where one is not known. */
function collect(
  runs: ScopeRun[],
  of: (run: ScopeRun) => Interval[] | undefined,
): Interval[] | undefined {
  const found = runs.map(of);
  return found.every(item => item !== undefined) ? found.flat() : undefined;
}

/** When runs were there; the last one until what it brought was seen, whatever its tool said of it. */
function lives(runs: ScopeRun[], arrivedAt: number): Interval[] {
  return runs.map(item => {
    const finished = item.run.finishedAt;
    const isLast = item === runs[runs.length - 1];
    return [
      createdAt(item),
      isLast || !finished ? arrivedAt : Date.parse(finished),
    ];
  });
}

function createdAt({ run }: ScopeRun): number {
  return Date.parse(run.createdAt);
}
