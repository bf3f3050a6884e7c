/**
 * Milliseconds that a `Retry-After` header asks for: seconds or an HTTP date.
 *
 * @param now - milliseconds since the epoch, for dates
 * @returns undefined when there is none or it cannot be understood; never negative
 * @public
 */
export function parseRetryAfter(
  header: string | undefined,
  now: number,
): number | undefined {
  const value = header?.trim();
  if (!value) {
    return undefined;
  }
  if (/^\d+$/.test(value)) {
    return Number(value) * 1000;
  }
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
