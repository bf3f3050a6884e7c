import type { KubeObject } from '../../apiserver/ObjectStore';
import type { Condition } from './Condition';

/** A taint of a cluster. */
export interface Taint {
  key: string;
  value?: string;
  effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  timeAdded?: string;
}

/** A toleration of a placement. */
export interface Toleration {
  key?: string;
  operator?: 'Exists' | 'Equal';
  value?: string;
  effect?: string;
  tolerationSeconds?: number;
}

/** What a cluster has to give. */
export interface ResourceSummary {
  allocatable?: Record<string, string>;
  allocating?: Record<string, string>;
  allocated?: Record<string, string>;
  allocatableModelings?: Array<{ grade: number; count: number }>;
}

/** A member as the control plane knows it (cluster.karmada.io/v1alpha1). */
export interface Cluster extends KubeObject {
  spec: {
    id?: string;
    syncMode: 'Push' | 'Pull';
    apiEndpoint?: string;
    provider?: string;
    region?: string;
    zones?: string[];
    taints?: Taint[];
    [field: string]: unknown;
  };
  status?: {
    kubernetesVersion?: string;
    apiEnablements?: Array<{
      groupVersion: string;
      resources: Array<{ name: string; kind: string }>;
    }>;
    conditions?: Condition[];
    nodeSummary?: { totalNum?: number; readyNum?: number };
    resourceSummary?: ResourceSummary;
  };
}
