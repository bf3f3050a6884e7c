type Value =
  | string
  | number
  | boolean
  | undefined
  | Value[]
  | { [key: string]: Value };

/** Fields that are maps: their entries stay, also the empty ones, and come in another order each time. */
const MAPS = new Set([
  'labels',
  'metadata',
  'keyValues',
  'plugins',
  'stage_logs',
  'resource_metadata',
  'deploy_targets_by_plugin',
]);

function shuffled<T>(items: T[]): T[] {
  return items
    .map(item => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function isObject(value: Value): value is { [key: string]: Value } {
  return typeof value === 'object' && !Array.isArray(value);
}

function copied(value: Value): Value {
  if (Array.isArray(value)) {
    return value.map(copied);
  }
  if (!isObject(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) => {
      if (field === 0 || field === '' || field === false || field === undefined)
        return [];
      if (MAPS.has(key) && isObject(field)) {
        return [
          [
            key,
            Object.fromEntries(
              shuffled(Object.entries(field)).map(([name, entry]) => [
                name,
                copied(entry),
              ]),
            ),
          ],
        ];
      }
      return [[key, copied(field)]];
    }),
  );
}

/** What a message looks like on the wire of proto3: zero values are left out, and maps have no order. */
export function onTheWire(message: object): object {
  return copied(message as { [key: string]: Value }) as object;
}
