import type { ResourceType } from '../../apiserver/ObjectStore';
import { kubernetesTypes } from './kubernetesTypes';

/** Everything a member cluster serves here. */
export const memberTypes: ResourceType[] = Object.values(kubernetesTypes);
