import { toJson } from '../sql/toJson';

/** JSON with the keys of every object in order: tools give the same map in another order in every answer. */
export function sortedJson(value: unknown): string {
  return toJson(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const record = value as Record<string, unknown>;
  const keys = Object.keys(record).sort();
  return Object.fromEntries(keys.map(key => [key, sorted(record[key])]));
}
