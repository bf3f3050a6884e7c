import type { KubeObject } from '../../apiserver/ObjectStore';
import { keys } from '../../karmada/keys';
import { bindingName } from '../../karmada/names/bindingName';
import { karmadaTypes } from '../../karmada/types/karmadaTypes';
import type { World } from '../../world/World';
import type { DeployTarget } from '../piped/DeployTarget';

type Identified = Pick<KubeObject, 'apiVersion' | 'kind' | 'metadata'>;

/** The embedded Karmada as a platform: templates go to its control plane, and what it makes of them is found below. */
export function karmadaTarget(world: World): DeployTarget {
  const { store } = world.karmada;
  const get = ({ apiVersion, kind, metadata }: Identified) => {
    const type = store.type(apiVersion, kind);
    return type && store.get(type, metadata.namespace ?? '', metadata.name);
  };
  return {
    apply: object => {
      world.apply(object);
    },
    remove: object => {
      const { apiVersion, kind, metadata } = object;
      const { namespace, name } = metadata;
      world.remove(store.type(apiVersion, kind)!, { namespace, name });
    },
    get,
    below: ({ kind, metadata }) => {
      const binding = store.get(
        karmadaTypes.ResourceBinding,
        metadata.namespace ?? '',
        bindingName(kind, metadata.name),
      );
      if (!binding) {
        return [];
      }
      const id = binding.metadata.labels?.[keys.bindingId];
      const works = store
        .list(karmadaTypes.Work)
        .filter(work => work.metadata.labels?.[keys.bindingId] === id);
      return [binding, ...works];
    },
  };
}
