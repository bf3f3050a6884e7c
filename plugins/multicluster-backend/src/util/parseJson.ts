/**
 * JSON of a column, or the fallback when the column is empty or its text is broken: a row that another version wrote
 * must not take a whole view down.
 */
export function parseJson<T>(text: string | null | undefined, fallback: T): T {
  if (!text) {
    return fallback;
  }
  try {
    return JSON.parse(text) as T;
  } catch {
    return fallback;
  }
}
