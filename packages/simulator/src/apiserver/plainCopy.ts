/** A deep copy as JSON would make it: no undefined, nothing shared with the caller. */
export function plainCopy<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(item => plainCopy(item ?? null)) as T;
  }
  if (value instanceof Date) {
    return value.toISOString() as T;
  }
  if (value && typeof value === 'object') {
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      if (item !== undefined) {
        copy[key] = plainCopy(item);
      }
    }
    return copy as T;
  }
  return value;
}
