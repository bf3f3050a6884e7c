/** How the items of a list are told apart: by fields, by their value, or not at all (the list is one value). */
export type ListKeys =
  | 'atomic'
  | 'set'
  | Array<{ key: string; otherwise?: unknown }>;

const BY_NAME: ListKeys = [{ key: 'name' }];

const OF_METADATA: Record<string, ListKeys> = {
  finalizers: 'set',
  ownerReferences: [{ key: 'uid' }],
};

const BUILT_IN: Record<string, ListKeys> = {
  containers: BY_NAME,
  initContainers: BY_NAME,
  ephemeralContainers: BY_NAME,
  env: BY_NAME,
  volumes: BY_NAME,
  imagePullSecrets: BY_NAME,
  volumeMounts: [{ key: 'mountPath' }],
  hostAliases: [{ key: 'ip' }],
  conditions: [{ key: 'type' }],
};

/**
 * The list rules of the schemas that are written to here: custom resources of Karmada declare no list type, so theirs
 * are atomic. `path` is the way to the list in field names, outermost first.
 */
export function listKeys(
  path: readonly string[],
  options: { custom: boolean },
): ListKeys {
  const field = path[path.length - 1];
  if (path[0] === 'metadata' && path.length === 2) {
    return OF_METADATA[field] ?? 'atomic';
  }
  if (options.custom) {
    return 'atomic';
  }
  if (field === 'ports') {
    const key = path.includes('containers') ? 'containerPort' : 'port';
    return [{ key }, { key: 'protocol', otherwise: 'TCP' }];
  }
  return BUILT_IN[field] ?? 'atomic';
}
