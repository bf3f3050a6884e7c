/** A time that is left, in the unit in which people would say it. @internal */
export interface TimeLeft {
  n: number;
  unit: 'minute' | 'hour' | 'day';
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * Rounded down, so that nobody counts on more than there is; from two hours on in hours, from two days on in days.
 *
 * @returns undefined when nothing is left
 * @internal
 */
export function timeLeft(ms: number): TimeLeft | undefined {
  if (!(ms > 0)) {
    return undefined;
  }
  if (ms < 2 * HOUR_MS) {
    return { n: Math.floor(ms / MINUTE_MS), unit: 'minute' };
  }
  return ms < 2 * DAY_MS
    ? { n: Math.floor(ms / HOUR_MS), unit: 'hour' }
    : { n: Math.floor(ms / DAY_MS), unit: 'day' };
}
