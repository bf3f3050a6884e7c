import { KubernetesObject } from './KubernetesObject';

/**
 * Makes an object of what a server sent, without what nobody may keep: `managedFields` (up to half of the bytes) and every
 * annotation that is not allowed (`last-applied-configuration` can hold a Secret).
 *
 * @remarks
 * Items of a list carry neither apiVersion nor kind for built-in kinds, so they are filled in.
 *
 * @returns undefined when it is no object with a name and a resourceVersion
 * @public
 */
export function trimObject(
  raw: unknown,
  options: {
    apiVersion: string;
    kind: string;
    /** Names of annotations to keep. */
    annotations: ReadonlySet<string>;
  },
): KubernetesObject | undefined {
  if (!isRecord(raw) || !isRecord(raw.metadata)) {
    return undefined;
  }
  const { managedFields: _, annotations, ...metadata } = raw.metadata;
  const { name, resourceVersion, uid, namespace } = metadata;
  if (
    typeof name !== 'string' ||
    name === '' ||
    typeof resourceVersion !== 'string' ||
    (uid !== undefined && typeof uid !== 'string') ||
    (namespace !== undefined && typeof namespace !== 'string')
  ) {
    return undefined;
  }
  const kept = keepAnnotations(annotations, options.annotations);
  return {
    ...raw,
    apiVersion: options.apiVersion,
    kind: options.kind,
    metadata: {
      ...metadata,
      name,
      resourceVersion,
      uid: uid ?? '',
      namespace,
      annotations: kept,
    },
  };
}

function keepAnnotations(
  annotations: unknown,
  allowed: ReadonlySet<string>,
): Record<string, string> | undefined {
  if (!isRecord(annotations) || allowed.size === 0) {
    return undefined;
  }
  const kept: Record<string, string> = {};
  for (const name of allowed) {
    const value = annotations[name];
    if (typeof value === 'string') {
      kept[name] = value;
    }
  }
  return kept;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
