/** The furthest a Date reaches, in seconds. */
const LIMIT = 8_640_000_000_000;

/**
 * ISO 8601 of seconds since the epoch; undefined for a time that PipeCD left out (it writes 0 for "not yet") or that is none.
 *
 * @internal
 */
export function isoTime(seconds: number | undefined): string | undefined {
  return seconds && Math.abs(seconds) <= LIMIT
    ? new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
    : undefined;
}
