import { isDeepStrictEqual } from 'node:util';
import { KubeObject, ResourceType } from '../ObjectStore';

const WITHOUT_GENERATION = new Set([
  '/configmaps',
  '/secrets',
  '/services',
  '/serviceaccounts',
  '/namespaces',
  '/events',
  '/nodes',
  'rbac.authorization.k8s.io/clusterroles',
  'rbac.authorization.k8s.io/clusterrolebindings',
  'rbac.authorization.k8s.io/roles',
  'rbac.authorization.k8s.io/rolebindings',
]);

function hasGeneration(type: ResourceType): boolean {
  return !WITHOUT_GENERATION.has(`${type.group}/${type.resource}`);
}

/** Everything but metadata and (where it is a subresource) status: what moves the generation. */
function desired(type: ResourceType, object: KubeObject): unknown {
  const { metadata, status, ...rest } = object;
  return type.subresources.includes('status') ? rest : { ...rest, status };
}

function moves(
  type: ResourceType,
  before: KubeObject,
  after: KubeObject,
): boolean {
  if (!hasGeneration(type)) {
    return false;
  }
  // A Deployment's annotations count as well: Karmada's claim annotations therefore make it generation 2 at once.
  if (
    type.resource === 'deployments' &&
    !isDeepStrictEqual(
      before.metadata.annotations ?? {},
      after.metadata.annotations ?? {},
    )
  ) {
    return true;
  }
  return !isDeepStrictEqual(desired(type, before), desired(type, after));
}

/** When metadata.generation exists and when it moves. */
export const generationRules = { hasGeneration, moves } as const;
