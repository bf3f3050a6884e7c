/** A duration in its two largest units. @internal */
export type DurationParts =
  | { unit: 'days'; d: string; h: string }
  | { unit: 'hours'; h: string; m: string }
  | { unit: 'minutes'; m: string; s: string }
  | { unit: 'seconds'; s: string }
  | { unit: 'under' };

const SECOND = 1_000;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Takes a duration apart, rounded down. Clocks of tools run ahead sometimes: what is negative took no time.
 *
 * @internal
 */
export function durationParts(milliseconds: number): DurationParts {
  const total = Math.max(0, Math.floor(milliseconds / SECOND));
  const of = (size: number, within?: number) =>
    String(Math.floor((within ? total % within : total) / size));
  if (total < 1) {
    return { unit: 'under' };
  }
  if (total < MINUTE) {
    return { unit: 'seconds', s: of(1) };
  }
  if (total < HOUR) {
    return { unit: 'minutes', m: of(MINUTE), s: of(1, MINUTE) };
  }
  return total < DAY
    ? { unit: 'hours', h: of(HOUR), m: of(MINUTE, HOUR) }
    : { unit: 'days', d: of(DAY), h: of(HOUR, DAY) };
}
