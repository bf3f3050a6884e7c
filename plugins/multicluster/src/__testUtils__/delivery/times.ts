/** A moment so many seconds ago, as ISO 8601. */
export function ago(seconds: number): string {
  return new Date(Date.now() - seconds * 1_000).toISOString();
}
