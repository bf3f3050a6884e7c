import { DateTime, IANAZone } from 'luxon';

const DAY_MS = 24 * 3600_000;

/**
 * Moments that a local time can mean, first and last. They differ in the hour that a clock shows twice, and in the one that it
 * never shows; whoever asks takes the one that keeps closed longer.
 *
 * @param local - a wall-clock time, held in UTC
 * @returns milliseconds since the epoch
 */
export function localInstants(
  local: DateTime,
  zone: IANAZone,
): { first: number; last: number } {
  const wall = local.toMillis();
  const around = [wall - DAY_MS, wall + DAY_MS].map(
    at => wall - zone.offset(at) * 60_000,
  );
  const shown = around.filter(at => at + zone.offset(at) * 60_000 === wall);
  // None is in the hour that is skipped: both ways to read it stand then.
  const meant = shown.length > 0 ? shown : around;
  return { first: Math.min(...meant), last: Math.max(...meant) };
}
