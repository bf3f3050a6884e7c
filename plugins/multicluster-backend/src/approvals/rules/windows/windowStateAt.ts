import {
  sentence,
  Sentence,
  WindowState,
} from '@fairway/backstage-plugin-multicluster-common';
import { ApprovalWindow } from '../../model/ApprovalPolicy';
import { changeAfter } from './changeAfter';
import { isOpenAt } from './isOpenAt';
import { spanAt } from './spanAt';
import { windowProblem } from './windowProblem';

/** What was reckoned for some windows, and from when until when it is so. */
interface Known {
  from: number;
  until: number;
  state: WindowState;
}

const DAY_MS = 24 * 3600_000;
const MOST_KNOWN = 200;
/** An inbox asks for the same few policies thousands of times, and looking a year ahead takes some milliseconds. */
const known = new Map<string, Known>();

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
  if (windows.length === 0) {
    return { open: true };
  }
  const key = JSON.stringify(windows);
  const before = known.get(key);
  if (before && before.from <= now && now < before.until) {
    return before.state;
  }
  const fresh = reckon(windows, now);
  if (known.size >= MOST_KNOWN) {
    known.clear();
  }
  known.set(key, fresh);
  return fresh.state;
}

function reckon(windows: readonly ApprovalWindow[], now: number): Known {
  const broken = windows.find(window => windowProblem(window) !== undefined);
  if (broken) {
    const why = sentence('approval.window.broken', { name: broken.name });
    return {
      from: now,
      until: now + DAY_MS,
      state: { open: false, sentence: why },
    };
  }
  const open = isOpenAt(windows, now);
  const change = changeAfter(windows, now);
  const at = change === undefined ? undefined : new Date(change).toISOString();
  return {
    from: now,
    until: Math.min(change ?? Infinity, reasonEnds(windows, now)),
    state: open
      ? { open, ...(at && { nextClose: at }) }
      : {
          open,
          sentence: reasonAt(windows, now, change),
          ...(at && { nextOpen: at }),
        },
  };
}

/** A freeze that ends while openings are closed anyway changes the reason, and not whether it is open. */
function reasonEnds(windows: readonly ApprovalWindow[], now: number): number {
  const ends = windows.flatMap(window => spanAt(window, now)?.end ?? []);
  return Math.min(now + DAY_MS, ...ends);
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
