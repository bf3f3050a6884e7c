import { KubeObject } from '../ObjectStore';
import { itemKey } from './itemKey';
import { listKeys } from './listKeys';

/** Belongs to the server: no client ever manages it. */
const SERVER_FIELDS = new Set([
  'name',
  'namespace',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'managedFields',
  'selfLink',
]);

/** What a path holds: its value as text, or a mark for a map or keyed list whose parts have paths of their own. */
export type FieldValues = Map<string, { path: string[]; value: string }>;

interface Walk {
  custom: boolean;
  /** Whether maps and items count as fields of their own: when objects are compared, not when one is applied. */
  containers: boolean;
  /** Fields of the object that are looked at: `status` of a status write, everything else otherwise. */
  roots: (field: string) => boolean;
}

/** The manageable fields of an object. */
export function fieldValues(object: KubeObject, walk: Walk): FieldValues {
  const values: FieldValues = new Map();
  const { apiVersion, kind, metadata, ...rest } = object;
  const own = Object.fromEntries(
    Object.entries(metadata).filter(([field]) => !SERVER_FIELDS.has(field)),
  );
  const fields: Array<[string, unknown]> = [
    ...Object.entries(own).map(
      ([field, value]) => [`metadata.${field}`, value] as [string, unknown],
    ),
    ...Object.entries(rest),
  ];
  for (const [field, value] of fields) {
    const names = field.startsWith('metadata.')
      ? ['metadata', field.slice('metadata.'.length)]
      : [field];
    if (walk.roots(names[0])) {
      collect(
        value,
        names.map(name => `f:${name}`),
        names,
        walk,
        values,
      );
    }
  }
  return values;
}

function collect(
  value: unknown,
  path: string[],
  names: string[],
  walk: Walk,
  into: FieldValues,
): void {
  const put = (text: string) =>
    into.set(path.join('\u0000'), { path, value: text });
  if (Array.isArray(value)) {
    collectList(value, path, names, walk, into);
  } else if (value && typeof value === 'object') {
    const entries = Object.entries(value);
    if (!entries.length || walk.containers) {
      put(entries.length ? '{…}' : '{}');
    }
    entries.forEach(([key, item]) =>
      collect(item, [...path, `f:${key}`], [...names, key], walk, into),
    );
  } else {
    put(JSON.stringify(value));
  }
}

function collectList(
  list: unknown[],
  path: string[],
  names: string[],
  walk: Walk,
  into: FieldValues,
): void {
  const keys = listKeys(names, walk);
  const elements = list.map(item => itemKey(keys, item));
  const put = (at: string[], text: string) =>
    into.set(at.join('\u0000'), { path: at, value: text });
  if (keys === 'atomic' || elements.some(element => !element)) {
    put(path, JSON.stringify(list));
    return;
  }
  if (!list.length || walk.containers) {
    put(path, '[…]');
  }
  list.forEach((item, index) => {
    const at = [...path, elements[index] as string];
    put(at, '{…}');
    if (item && typeof item === 'object') {
      Object.entries(item).forEach(([key, field]) =>
        collect(field, [...at, `f:${key}`], [...names, key], walk, into),
      );
    }
  });
}
