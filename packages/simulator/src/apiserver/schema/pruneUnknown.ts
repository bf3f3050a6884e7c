import { KubeObject } from '../ObjectStore';
import { Fields } from './fieldsOf';

const OF_EVERY_OBJECT = ['apiVersion', 'kind', 'metadata'];

/** Takes out what a schema does not declare. `unknown` names it: `spec.replicaScheduling`. */
export function pruneUnknown(
  object: KubeObject,
  fields: Fields,
): { object: KubeObject; unknown: string[] } {
  const unknown: string[] = [];
  const { apiVersion, kind, metadata, ...rest } = object;
  const pruned = prune(rest, fields, '', unknown) as object;
  return {
    object: { apiVersion, kind, metadata, ...pruned },
    unknown: unknown.sort(),
  };
}

function prune(
  value: unknown,
  fields: Fields,
  path: string,
  unknown: string[],
): unknown {
  if (fields === '*' || !value || typeof value !== 'object') {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item, i) =>
      prune(item, fields, `${path}[${i}]`, unknown),
    );
  }
  const kept: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const at = path ? `${path}.${key}` : key;
    if (fields[key]) {
      kept[key] = prune(item, fields[key], at, unknown);
    } else if (path || !OF_EVERY_OBJECT.includes(key)) {
      unknown.push(at);
    }
  }
  return kept;
}
