import type { KubeObject } from '../apiserver/ObjectStore';

/** Kind, namespace and name in one string, as queues hold them. */
export function objectKey(
  kind: string,
  namespace: string | undefined,
  name: string,
): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}

/** {@inheritDoc objectKey} */
export function keyOf(object: KubeObject): string {
  return objectKey(
    object.kind,
    object.metadata.namespace,
    object.metadata.name,
  );
}

/** The reverse of objectKey; names hold no slash. */
export function splitKey(key: string): {
  kind: string;
  namespace: string | undefined;
  name: string;
} {
  const [kind, namespace, name] = key.split('/');
  return { kind, namespace: namespace || undefined, name };
}
