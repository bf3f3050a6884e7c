const PREFIX = 'karmada-es-';

/** The namespace that holds a cluster's Works. */
export function executionNamespace(cluster: string): string {
  return `${PREFIX}${cluster}`;
}

/** The cluster whose Works a namespace holds, or undefined. */
export function executionCluster(namespace: string): string | undefined {
  return namespace.startsWith(PREFIX)
    ? namespace.slice(PREFIX.length)
    : undefined;
}
