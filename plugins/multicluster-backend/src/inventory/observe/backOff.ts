const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * Milliseconds to wait before the next attempt: doubling from a second to a minute, of which a random half is left out,
 * so that what failed together does not come back together.
 *
 * @param failures - how many attempts failed in a row, from 1
 * @param random - from 0 to 1
 */
export function backOff(failures: number, random = Math.random()): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  return full * (0.5 + random / 2);
}
