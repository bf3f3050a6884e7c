import { ApprovalWindow } from '../../model/ApprovalPolicy';
import { isOpenAt } from './isOpenAt';
import { windowSpans } from './windowSpans';

const DAY_MS = 24 * 3600_000;
/** How much is looked through at once, and how far ahead. */
const PART_MS = 14 * DAY_MS;
const AHEAD_MS = 400 * DAY_MS;

/** The next moment at which windows open or close; undefined: none within a year. */
export function changeAfter(
  windows: readonly ApprovalWindow[],
  now: number,
): number | undefined {
  const open = isOpenAt(windows, now);
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
