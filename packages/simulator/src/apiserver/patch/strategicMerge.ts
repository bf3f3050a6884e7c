import { itemKey } from '../fields/itemKey';
import { ListKeys, listKeys } from '../fields/listKeys';

type Fields = Record<string, unknown>;

function isMap(value: unknown): value is Fields {
  return Boolean(value) && typeof value === 'object' && !Array.isArray(value);
}

/**
 * Strategic merge as `kubectl apply`, `set image` and `patch` send it for built-in kinds: maps merge, null removes,
 * keyed lists merge item by item. Understood directives: `$patch: delete | replace`, `$retainKeys`,
 * `$setElementOrder/…` (ignored: order is kept as it is) and `$deleteFromPrimitiveList/…`.
 */
export function strategicMerge(
  target: unknown,
  patch: unknown,
  names: string[] = [],
): unknown {
  if (!isMap(patch)) {
    return Array.isArray(patch) && Array.isArray(target)
      ? mergeList(target, patch, names)
      : patch;
  }
  if (patch.$patch === 'replace') {
    const { $patch, ...rest } = patch;
    return rest;
  }
  const merged = retained(isMap(target) ? target : {}, patch.$retainKeys);
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith('$')) {
      dropPrimitives(merged, key, value);
    } else if (value === null) {
      delete merged[key];
    } else {
      merged[key] = strategicMerge(merged[key], value, [...names, key]);
    }
  }
  return merged;
}

function retained(target: Fields, keys: unknown): Fields {
  return Array.isArray(keys)
    ? Object.fromEntries(
        Object.entries(target).filter(([key]) => keys.includes(key)),
      )
    : { ...target };
}

function dropPrimitives(merged: Fields, key: string, value: unknown): void {
  const field = key.replace('$deleteFromPrimitiveList/', '');
  const list = merged[field];
  if (field !== key && Array.isArray(list) && Array.isArray(value)) {
    merged[field] = list.filter(item => !value.includes(item));
  }
}

function mergeList(
  target: unknown[],
  patch: unknown[],
  names: string[],
): unknown[] {
  const keys = mergeKeys(names);
  if (keys === 'atomic' || patch.some(item => !itemKey(keys, item))) {
    return patch;
  }
  return patch.reduce<unknown[]>((list, item) => {
    const key = itemKey(keys, item);
    const index = list.findIndex(present => itemKey(keys, present) === key);
    if (isMap(item) && item.$patch === 'delete') {
      return list.filter((_, i) => i !== index);
    }
    if (index < 0) {
      return [...list, item];
    }
    const merged = strategicMerge(list[index], item, names);
    return list.map((present, i) => (i === index ? merged : present));
  }, target);
}

/** Strategic merge tells ports apart by their number alone, server-side apply by the protocol too. */
function mergeKeys(names: string[]): ListKeys {
  const keys = listKeys(names, { custom: false });
  return Array.isArray(keys) ? keys.slice(0, 1) : keys;
}
