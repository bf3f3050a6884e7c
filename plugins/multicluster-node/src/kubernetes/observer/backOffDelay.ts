/**
 * How long to wait before an attempt: full jitter over a doubling range, so that lanes and replicas that failed together
 * do not come back together.
 *
 * @param attempt - failures in a row so far, from 1
 * @param options - `baseMs` and `capMs` bound the range; `retryAfterMs`, what the server asked for, is never undercut;
 * `random` gives 0 to 1
 * @returns milliseconds
 * @public
 */
export function backOffDelay(
  attempt: number,
  options: {
    baseMs: number;
    capMs: number;
    retryAfterMs?: number;
    random: () => number;
  },
): number {
  const { baseMs, capMs, retryAfterMs = 0, random } = options;
  const range = Math.min(capMs, baseMs * 2 ** Math.min(attempt - 1, 30));
  return retryAfterMs + random() * range;
}
