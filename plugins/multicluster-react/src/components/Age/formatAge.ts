/** An age as a number and its unit, rounded down. @internal */
export interface AgeParts {
  unit: 'seconds' | 'minutes' | 'hours' | 'days';
  n: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long ago something was. Clocks of clusters run ahead sometimes: what is in the future is 0 seconds old.
 *
 * @param milliseconds - since it happened
 * @internal
 */
export function formatAge(milliseconds: number): AgeParts {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < MINUTE) {
    return { unit: 'seconds', n: seconds };
  }
  if (seconds < HOUR) {
    return { unit: 'minutes', n: Math.floor(seconds / MINUTE) };
  }
  if (seconds < 2 * DAY) {
    return { unit: 'hours', n: Math.floor(seconds / HOUR) };
  }
  return { unit: 'days', n: Math.floor(seconds / DAY) };
}
