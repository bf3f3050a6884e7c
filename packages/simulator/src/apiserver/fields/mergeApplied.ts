import { itemKey } from './itemKey';
import { listKeys } from './listKeys';

interface Options {
  custom: boolean;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return Boolean(value) && typeof value === 'object' && !Array.isArray(value);
}

/** Lays an applied configuration over an object: maps and keyed lists merge, atomic lists and scalars replace. */
export function mergeApplied(
  live: unknown,
  applied: unknown,
  options: Options,
  names: string[] = [],
): unknown {
  if (isMap(applied)) {
    const merged: Record<string, unknown> = isMap(live) ? { ...live } : {};
    for (const [key, value] of Object.entries(applied)) {
      merged[key] = mergeApplied(merged[key], value, options, [...names, key]);
    }
    return merged;
  }
  if (Array.isArray(applied) && Array.isArray(live)) {
    return mergeLists(live, applied, options, names);
  }
  return applied;
}

function mergeLists(
  live: unknown[],
  applied: unknown[],
  options: Options,
  names: string[],
): unknown[] {
  const keys = listKeys(names, options);
  const wanted = applied.map(item => itemKey(keys, item));
  if (keys === 'atomic' || wanted.some(key => !key)) {
    return applied;
  }
  const present = live.map(item => itemKey(keys, item));
  return [
    ...live.map((item, i) => {
      const index = wanted.indexOf(present[i]);
      return index < 0
        ? item
        : mergeApplied(item, applied[index], options, names);
    }),
    ...applied.filter((_, i) => !present.includes(wanted[i])),
  ];
}
