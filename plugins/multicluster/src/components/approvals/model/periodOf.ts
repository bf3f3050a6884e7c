const DAY_MS = 86_400_000;

/** A day so many days ago, in UTC, as `YYYY-MM-DD`. @internal */
export function dayBefore(days: number, now = Date.now()): string {
  return new Date(now - days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * From the beginning of one day to the end of another, in UTC: both days count.
 *
 * @param from - `YYYY-MM-DD`
 * @param to - `YYYY-MM-DD`
 * @returns undefined where one of them is no day, or the second is before the first
 * @internal
 */
export function periodOf(
  from: string,
  to: string,
): { from: string; to: string } | undefined {
  const begin = Date.parse(`${from}T00:00:00Z`);
  const end = Date.parse(`${to}T00:00:00Z`) + DAY_MS;
  return begin < end
    ? { from: `${from}T00:00:00Z`, to: `${dayBefore(0, end)}T00:00:00Z` }
    : undefined;
}
