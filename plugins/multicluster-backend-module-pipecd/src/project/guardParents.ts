import { LiveResource } from '@fairway/backstage-plugin-multicluster-common';
import { guardRequires } from './guardRequires';

/** Resources of one target, each id once (the last said holds), with parents such that a tree can be drawn. @internal */
export function guardParents(
  resources: readonly LiveResource[],
): LiveResource[] {
  const byId = new Map(resources.map(resource => [resource.id, resource]));
  const parents = guardRequires(
    new Map([...byId].map(([id, { parentIds }]) => [id, parentIds])),
  );
  return [...byId].map(([id, resource]) => ({
    ...resource,
    parentIds: parents.get(id) ?? [],
  }));
}
