import { plainCopy } from '../../apiserver/plainCopy';
import type { KubeObject } from '../../apiserver/ObjectStore';
import { Objects } from '../../control/Objects';
import type { MemberCluster } from '../../member/MemberCluster';
import { keys } from '../keys';

/** Fields that a member sets itself and an update must not take away. */
function retained(live: KubeObject, manifest: KubeObject): KubeObject {
  const next = { ...plainCopy(manifest) };
  next.metadata = {
    ...live.metadata,
    labels: { ...live.metadata.labels, ...manifest.metadata.labels },
    annotations: {
      ...live.metadata.annotations,
      ...manifest.metadata.annotations,
    },
  };
  if (manifest.kind === 'Service') {
    const { clusterIP, clusterIPs } = live.spec as Record<string, unknown>;
    next.spec = { ...(next.spec as object), clusterIP, clusterIPs };
  }
  return next;
}

/**
 * Creates or updates an object in a member. Throws with Karmada's words when an object stands there that Karmada did not
 * make and may not take over.
 */
export function applyManifest(
  member: MemberCluster,
  manifest: KubeObject,
): void {
  const objects = Objects.create(member.store, 'karmada');
  const { kind, apiVersion, metadata } = manifest;
  const { name, namespace, annotations = {} } = metadata;
  const type = member.store.type(apiVersion, kind);
  if (!type) {
    throw new Error(`no matches for kind "${kind}" in version "${apiVersion}"`);
  }
  const live = objects.get(type, namespace, name);
  if (!live) {
    objects.create(type, plainCopy(manifest));
    return;
  }
  if (
    live.metadata.annotations?.[keys.workName] === undefined &&
    annotations[keys.conflictResolution] !== 'overwrite'
  ) {
    const place = namespace ? `${namespace}/${name}` : name;
    // "empty" is what the real one says of any value but overwrite.
    throw new Error(
      `resource(kind=${kind}, ${place}) already exists in the cluster ${member.name} and the work.karmada.io/conflict-resolution strategy value is empty, Karmada will not manage this resource`,
    );
  }
  objects.edit(type, live, draft => {
    const { status, ...rest } = retained(draft, manifest);
    for (const field of Object.keys(draft)) {
      if (field !== 'status') {
        delete (draft as Record<string, unknown>)[field];
      }
    }
    Object.assign(draft, rest);
  });
}
