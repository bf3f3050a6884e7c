import type { KubeObject } from '../../apiserver/ObjectStore';
import type { Condition } from './Condition';

/** What one cluster is to run (work.karmada.io/v1alpha1). */
export interface Work extends KubeObject {
  spec: {
    workload: { manifests: KubeObject[] };
    suspendDispatching?: boolean;
    preserveResourcesOnDeletion?: boolean;
  };
  status?: {
    conditions?: Condition[];
    manifestStatuses?: Array<{
      identifier: Record<string, unknown>;
      status?: Record<string, unknown>;
      health: 'Healthy' | 'Unhealthy' | 'Unknown';
    }>;
  };
}
