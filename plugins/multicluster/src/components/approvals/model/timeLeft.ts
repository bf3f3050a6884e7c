/** A time that is left, in the unit in which people would say it. @internal */
export interface TimeLeft {
  n: number;
  unit: 'minute' | 'hour' | 'day';
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * Rounded to the nearest, as people say it: the moment itself stands beside. Never none while there is some; from two hours on
 * in hours, from two days on in days.
 *
 * @returns undefined when nothing is left
 * @internal
 */
export function timeLeft(ms: number): TimeLeft | undefined {
  if (!(ms > 0)) {
    return undefined;
  }
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS));
  if (minutes * MINUTE_MS < 2 * HOUR_MS) {
    return { n: minutes, unit: 'minute' };
  }
  const hours = Math.round(ms / HOUR_MS);
  return hours * HOUR_MS < 2 * DAY_MS
    ? { n: hours, unit: 'hour' }
    : { n: Math.round(ms / DAY_MS), unit: 'day' };
}
