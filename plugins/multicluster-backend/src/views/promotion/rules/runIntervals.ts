import { isRunOver } from '@fairway/backstage-plugin-multicluster-common';
import { ScopeRun } from '../PromotionScope';
import { Interval } from './intervals';

/** A change of a run, as the inventory writes it. */
export interface RunChange {
  runRowId: number;
  /** `status`, `stage/<id>` or `gate/<id>`. */
  subject: string;
  to: string;
  /** Milliseconds since the epoch. */
  at: number;
}

const UNSTARTED = ['pending', 'queued'];
const GATE = 'gate/';

/**
 * When gates of a run waited for somebody: from each change to `pending` until the next of the same gate. Undefined while
 * one waits or the run is not planned, and where nobody saw a decided gate open and its tool does not say when it did.
 *
 * @param changes - oldest first, of any run
 */
export function gateIntervals(
  item: ScopeRun,
  changes: RunChange[],
): Interval[] | undefined {
  if (item.stages.length === 0 && !isRunOver(item.run.status)) {
    return undefined;
  }
  const own = changes.filter(
    change => change.runRowId === item.rowId && change.subject.startsWith(GATE),
  );
  const intervals: Interval[] = [];
  for (const [index, change] of own.entries()) {
    if (change.to === 'pending') {
      const end = own
        .slice(index + 1)
        .find(later => later.subject === change.subject);
      if (!end) {
        return undefined;
      }
      intervals.push([change.at, end.at]);
    }
  }
  for (const gate of item.gates) {
    if (gate.state === 'pending') {
      return undefined;
    }
    const decided = gate.state !== 'upcoming' && gate.state !== 'skipped';
    const changed = own.filter(({ subject }) => subject === GATE + gate.id);
    if (decided && !changed.some(({ to }) => to === 'pending')) {
      // It was open, or over, before anybody looked: the tool's own times, where it has them.
      const closed = changed[0]?.at ?? toTime(gate.closedAt);
      const opened = toTime(gate.openedAt);
      if (opened === undefined || closed === undefined) {
        return undefined;
      }
      intervals.push([opened, closed]);
    }
  }
  return intervals;
}

function toTime(iso: string | undefined): number | undefined {
  return iso === undefined ? undefined : Date.parse(iso);
}

/**
 * How long a run stood before it began: until its status was seen to be another than pending or queued, or until it started
 * as its tool says. Undefined while it has not.
 *
 * @param changes - oldest first, of any run
 */
export function queueInterval(
  { rowId, run }: ScopeRun,
  changes: RunChange[],
): Interval[] | undefined {
  const begun = changes.find(
    ({ runRowId, subject, to }) =>
      runRowId === rowId && subject === 'status' && !UNSTARTED.includes(to),
  );
  const end = run.startedAt ? Date.parse(run.startedAt) : begun?.at;
  return end === undefined ? undefined : [[Date.parse(run.createdAt), end]];
}
