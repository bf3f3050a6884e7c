/** What a field for date and time holds (local time of the reader), as ISO 8601 in UTC; undefined where it holds nothing. @internal */
export function toIsoTime(local: string): string | undefined {
  const time = new Date(local);
  return local === '' || Number.isNaN(time.getTime())
    ? undefined
    : time.toISOString();
}
