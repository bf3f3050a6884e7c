import { CursorKey, decodeCursor, encodeCursor } from './cursor';

/** Items per page when the caller does not say. */
export const DEFAULT_LIMIT = 50;

/** A page of items that are already sorted by their key, ascending. */
export function pageOf<T>(
  items: T[],
  keyOf: (item: T) => [string, string],
  request: { cursor?: string; limit?: number },
): { items: T[]; nextCursor?: string } {
  const after = decodeCursor(request.cursor, 2) as [string, string] | undefined;
  const limit = request.limit ?? DEFAULT_LIMIT;
  const start = after
    ? items.findIndex(item => compareKeys(keyOf(item), after) > 0)
    : 0;
  const page = start < 0 ? [] : items.slice(start, start + limit);
  const last = page.at(-1);
  return {
    items: page,
    ...(last &&
      start + limit < items.length && {
        nextCursor: encodeCursor(keyOf(last) satisfies CursorKey),
      }),
  };
}

/** Order of keys, by code unit, so that it is the same everywhere. */
export function compareKeys(
  a: readonly string[],
  b: readonly string[],
): number {
  for (let index = 0; index < a.length; index++) {
    if (a[index] !== b[index]) {
      return a[index] < b[index] ? -1 : 1;
    }
  }
  return 0;
}
