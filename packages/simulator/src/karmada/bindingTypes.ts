import type { ResourceType } from '../apiserver/ObjectStore';
import { finalizers, keys } from './keys';
import type { Binding } from './model/Binding';
import { karmadaTypes } from './types/karmadaTypes';

/** In what the two kinds of bindings differ. */
export interface BindingFlavour {
  type: ResourceType;
  finalizer: string;
  idKey: string;
}

/** The flavour of a binding, or of the binding a template would get. */
export function bindingFlavour(namespaced: boolean): BindingFlavour {
  return namespaced
    ? {
        type: karmadaTypes.ResourceBinding,
        finalizer: finalizers.binding,
        idKey: keys.bindingId,
      }
    : {
        type: karmadaTypes.ClusterResourceBinding,
        finalizer: finalizers.clusterBinding,
        idKey: keys.clusterBindingId,
      };
}

/** {@inheritDoc bindingFlavour} */
export function flavourOf(binding: Binding): BindingFlavour {
  return bindingFlavour(binding.metadata.namespace !== undefined);
}

/** The permanent id that links a binding to its Works. */
export function bindingId(binding: Binding): string {
  return binding.metadata.labels?.[flavourOf(binding).idKey] ?? '';
}
