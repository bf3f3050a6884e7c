import type { ResourceType } from '../../apiserver/ObjectStore';
import { karmadaTypes } from './karmadaTypes';
import { kubernetesTypes } from './kubernetesTypes';

/** Everything a Karmada control plane serves here: its own kinds and the kinds of templates. */
export const controlPlaneTypes: ResourceType[] = [
  ...Object.values(kubernetesTypes),
  ...Object.values(karmadaTypes),
];
