import type { KubeObject, ResourceType } from '../../apiserver/ObjectStore';
import { plainCopy } from '../../apiserver/plainCopy';
import { Objects } from '../../control/Objects';
import { kubernetesDefaults } from '../../world/kubernetesDefaults';
import type { World } from '../../world/World';
import type { DeployTarget } from '../piped/DeployTarget';
import { Unreachable } from '../piped/Unreachable';

type Identified = Pick<KubeObject, 'apiVersion' | 'kind' | 'metadata'>;

/** A cluster that no control plane federates as a platform: a piped writes to it as to any, while it can be reached. */
export function plainTarget(world: World, name: string): DeployTarget {
  const cluster = world.plain.find(plain => plain.name === name);
  if (!cluster) {
    throw new Error(`this world has no cluster ${name}`);
  }
  const { store } = cluster.member;
  const objects = Objects.create(store, 'piped');
  const typeOf = ({ apiVersion, kind }: Identified): ResourceType => {
    const type = store.type(apiVersion, kind);
    if (!type) {
      throw new Error(`${name} serves no ${apiVersion} ${kind}`);
    }
    return type;
  };
  const reach = () => {
    if (!cluster.reachable) {
      throw new Unreachable(name);
    }
  };
  const get = (object: Identified) =>
    objects.get(
      typeOf(object),
      object.metadata.namespace,
      object.metadata.name,
    );
  return {
    apply: object => {
      reach();
      keepNamespace(objects, object);
      const wanted = kubernetesDefaults(object);
      const live = get(object);
      if (!live) {
        objects.create(typeOf(object), wanted);
        return;
      }
      objects.edit(typeOf(object), live, draft => {
        const { metadata, status, ...body } = plainCopy(wanted);
        const { labels, annotations } = draft.metadata;
        draft.metadata.labels = { ...labels, ...metadata.labels };
        draft.metadata.annotations = {
          ...annotations,
          ...metadata.annotations,
        };
        Object.assign(draft, body);
      });
    },
    remove: object => {
      reach();
      const live = get(object);
      if (live) {
        objects.remove(typeOf(object), live);
      }
    },
    get,
    below: () => [],
  };
}

function keepNamespace(objects: Objects, { metadata }: KubeObject): void {
  const { namespace } = metadata;
  const type = objects.store.type('v1', 'Namespace');
  if (namespace && type && !objects.get(type, undefined, namespace)) {
    objects.create(type, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: namespace,
        labels: { 'kubernetes.io/metadata.name': namespace },
      },
      status: { phase: 'Active' },
    } as KubeObject);
  }
}
