import { DateTime, IANAZone } from 'luxon';
import { ApprovalWindow } from '../../model/ApprovalPolicy';
import { localInstants } from './localInstants';
import { readLocalTime } from './readLocalTime';

/** From a moment on and until before another; milliseconds since the epoch. */
export interface Span {
  start: number;
  end: number;
}

const DAY_MS = 24 * 3600_000;

/**
 * When a window holds, as far as it touches `from` to `to`. Where a local time is ambiguous an opening begins late and ends early,
 * and a freeze begins early and ends late.
 */
export function windowSpans(window: ApprovalWindow, range: Span): Span[] {
  const zone = IANAZone.create(window.timezone);
  const spans = isOnce(window)
    ? [{ start: dateOf(window.from), end: dateOf(window.to) }]
    : weekly(window, range, zone);
  return spans
    .map(({ start, end }) => toSpan(window.kind, start, end, zone))
    .filter(({ start, end }) => start < end)
    .filter(({ start, end }) => start < range.end && end > range.start);
}

function isOnce(window: ApprovalWindow): boolean {
  return window.from.includes('-');
}

function dateOf(text: string): DateTime {
  return DateTime.fromISO(text, { zone: 'utc' });
}

/** Days of the zone, one more on either side: a window of yesterday may go past midnight. */
function weekly(
  { days, from, to }: ApprovalWindow,
  range: Span,
  zone: IANAZone,
): Array<{ start: DateTime; end: DateTime }> {
  const begins = readLocalTime(from);
  const ends = readLocalTime(to);
  const length = ends > begins ? ends - begins : ends - begins + 24 * 60;
  const found: Array<{ start: DateTime; end: DateTime }> = [];
  const first = DateTime.fromMillis(range.start - 2 * DAY_MS, { zone });
  let day = DateTime.utc(first.year, first.month, first.day);
  while (day.toMillis() < range.end + 2 * DAY_MS) {
    if (!days || days.includes(day.weekday)) {
      const start = day.plus({ minutes: begins });
      found.push({ start, end: start.plus({ minutes: length }) });
    }
    day = day.plus({ days: 1 });
  }
  return found;
}

function toSpan(
  kind: ApprovalWindow['kind'],
  start: DateTime,
  end: DateTime,
  zone: IANAZone,
): Span {
  const from = localInstants(start, zone);
  const to = localInstants(end, zone);
  return kind === 'allow'
    ? { start: from.last, end: to.first }
    : { start: from.first, end: to.last };
}
