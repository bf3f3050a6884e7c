/**
 * Tolerant access to parsed JSON. A control plane may hold objects of a newer version, or garbage written past
 * validation; one of them must never stop the reading of the others, so a value of the wrong type reads as absent.
 *
 * @public
 */
export const read = {
  string(value: unknown): string | undefined {
    return typeof value === 'string' && value !== '' ? value : undefined;
  },

  number(value: unknown): number | undefined {
    return typeof value === 'number' && Number.isFinite(value)
      ? value
      : undefined;
  },

  /** Counts and generations: whole and not negative. */
  count(value: unknown): number | undefined {
    return Number.isSafeInteger(value) && (value as number) >= 0
      ? (value as number)
      : undefined;
  },

  record(value: unknown): Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  },

  list(value: unknown): unknown[] {
    return Array.isArray(value) ? value : [];
  },

  strings(value: unknown): string[] {
    return Array.isArray(value)
      ? value.filter((item): item is string => typeof item === 'string')
      : [];
  },

  /** Of a map of strings, only what is a string. */
  labels(value: unknown): Record<string, string> {
    const result: Record<string, string> = {};
    for (const [key, item] of Object.entries(read.record(value))) {
      if (typeof item === 'string') {
        result[key] = item;
      }
    }
    return result;
  },
};
