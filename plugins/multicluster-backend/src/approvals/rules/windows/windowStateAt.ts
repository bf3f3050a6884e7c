import {
  sentence,
  Sentence,
  WindowState,
} from '@fairway/backstage-plugin-multicluster-common';
import { ApprovalWindow } from '../../model/ApprovalPolicy';
import { windowProblem } from './windowProblem';
import { Span, windowSpans } from './windowSpans';

const DAY_MS = 24 * 3600_000;
/** How much is looked through at once, and how far ahead. */
const PART_MS = 14 * DAY_MS;
const AHEAD_MS = 400 * DAY_MS;

/**
 * Whether something may take effect now, and when that changes. Open where nothing is said; a freeze beats every opening; a
 * window that cannot be read keeps closed, with no next opening.
 *
 * @param now - milliseconds since the epoch, by the clock of the database
 */
export function windowStateAt(
  windows: readonly ApprovalWindow[],
  now: number,
): WindowState {
  const broken = windows.find(window => windowProblem(window) !== undefined);
  if (broken) {
    return {
      open: false,
      sentence: sentence('approval.window.broken', { name: broken.name }),
    };
  }
  const open = isOpenAt(windows, now);
  const change = changeAfter(windows, now, open);
  const at = change === undefined ? undefined : new Date(change).toISOString();
  return open
    ? { open, ...(at && { nextClose: at }) }
    : {
        open,
        sentence: reasonAt(windows, now, change),
        ...(at && { nextOpen: at }),
      };
}

function isOpenAt(windows: readonly ApprovalWindow[], at: number): boolean {
  const holds = (window: ApprovalWindow) => spanAt(window, at) !== undefined;
  const allowed = windows.filter(({ kind }) => kind === 'allow');
  const sets = new Set(allowed.map(({ set = 0 }) => set));
  return (
    [...sets].every(one =>
      allowed.some(window => (window.set ?? 0) === one && holds(window)),
    ) && !windows.some(window => window.kind === 'deny' && holds(window))
  );
}

function spanAt(window: ApprovalWindow, at: number): Span | undefined {
  return windowSpans(window, { start: at, end: at + 1 }).find(
    ({ start, end }) => start <= at && at < end,
  );
}

function changeAfter(
  windows: readonly ApprovalWindow[],
  now: number,
  open: boolean,
): number | undefined {
  for (let start = now; start < now + AHEAD_MS; start += PART_MS) {
    const range = { start, end: start + PART_MS };
    const change = windows
      .flatMap(window => windowSpans(window, range))
      .flatMap(span => [span.start, span.end])
      .filter(at => at > now && at >= range.start && at < range.end)
      .sort((a, b) => a - b)
      .find(at => isOpenAt(windows, at) !== open);
    if (change !== undefined) {
      return change;
    }
  }
  return undefined;
}

function reasonAt(
  windows: readonly ApprovalWindow[],
  now: number,
  opens: number | undefined,
): Sentence {
  const freeze = windows.find(
    window => window.kind === 'deny' && spanAt(window, now) !== undefined,
  );
  const values = {
    ...(freeze && { name: freeze.name }),
    ...(opens !== undefined && { opens: new Date(opens) }),
  };
  const what = freeze ? 'frozen' : 'closed';
  return sentence(
    `approval.window.${what}${opens === undefined ? 'ForGood' : ''}`,
    values,
  );
}
