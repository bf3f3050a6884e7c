/** A time of the store as the API gives it. */
export function toIso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
