import type { ResourceType } from '../../apiserver/ObjectStore';
import { kubernetesTypes } from '../types/kubernetesTypes';

const {
  Event,
  Namespace,
  Node,
  Pod,
  ReplicaSet,
  CustomResourceDefinition,
  ...propagated
} = kubernetesTypes;

/** Kinds of the control plane that a policy may propagate. */
export const templateTypes: ReadonlySet<ResourceType> = new Set(
  Object.values(propagated),
);
