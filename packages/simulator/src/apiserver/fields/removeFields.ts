import { itemKey } from './itemKey';
import { listKeys } from './listKeys';

/**
 * Takes fields out of an object. A map or item that is emptied by it goes too when it is named itself; `paths` come
 * with their parents for that reason.
 */
export function removeFields(
  object: unknown,
  paths: readonly string[][],
  options: { custom: boolean },
): unknown {
  // Leaves first: a parent can only be judged empty once its fields are gone.
  return [...paths]
    .sort((a, b) => b.length - a.length)
    .reduce((value, path) => without(value, path, [], options), object);
}

function without(
  value: unknown,
  [element, ...rest]: readonly string[],
  names: string[],
  options: { custom: boolean },
): unknown {
  if (!value || typeof value !== 'object') {
    return value;
  }
  if (Array.isArray(value)) {
    const keys = listKeys(names, options);
    return value.flatMap(item => {
      if (itemKey(keys, item) !== element) {
        return [item];
      }
      if (!rest.length) {
        return [];
      }
      return [without(item, rest, names, options)];
    });
  }
  const field = element.slice(2);
  const map = value as Record<string, unknown>;
  if (!(field in map)) {
    return value;
  }
  const { [field]: child, ...others } = map;
  if (rest.length) {
    return {
      ...map,
      [field]: without(child, rest, [...names, field], options),
    };
  }
  const filled =
    child && typeof child === 'object' && Object.keys(child).length;
  const atomic =
    Array.isArray(child) && listKeys([...names, field], options) === 'atomic';
  return filled && !atomic ? value : others;
}
