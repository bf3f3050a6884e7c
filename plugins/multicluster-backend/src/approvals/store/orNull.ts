/** What is not there is NULL in a row. */
export function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}
