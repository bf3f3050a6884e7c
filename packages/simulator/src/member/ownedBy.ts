import type { KubeObject } from '../apiserver/ObjectStore';

/** The uid of the controller of an object. */
export function ownerUid({ metadata }: KubeObject): string | undefined {
  const owner = metadata.ownerReferences?.find(({ controller }) => controller);
  return owner?.uid as string | undefined;
}

/** The controller of an object, as an object reference. */
export function ownerReference({
  metadata,
}: KubeObject): { kind: string; name: string } | undefined {
  const owner = metadata.ownerReferences?.find(({ controller }) => controller);
  return owner && { kind: `${owner.kind}`, name: `${owner.name}` };
}
