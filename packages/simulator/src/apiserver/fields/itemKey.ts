import { ListKeys } from './listKeys';

/** The path element of a list item: `k:{"name":"app"}` or `v:"finalizer"`. Undefined for an item without its key. */
export function itemKey(keys: ListKeys, item: unknown): string | undefined {
  if (keys === 'set') {
    return `v:${JSON.stringify(item)}`;
  }
  if (keys === 'atomic' || !item || typeof item !== 'object') {
    return undefined;
  }
  const values = item as Record<string, unknown>;
  const parts = keys.map(
    ({ key, otherwise }) => [key, values[key] ?? otherwise] as const,
  );
  return parts.some(([, value]) => value === undefined)
    ? undefined
    : `k:${JSON.stringify(Object.fromEntries(parts))}`;
}
