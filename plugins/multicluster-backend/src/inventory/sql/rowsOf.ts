/** Rows of a raw statement: the drivers disagree on where they put them. */
export function rowsOf<T>(result: unknown): T[] {
  if (Array.isArray(result)) {
    return result;
  }
  return (result as { rows?: T[] }).rows ?? [];
}
