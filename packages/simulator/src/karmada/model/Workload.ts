import type { KubeObject } from '../../apiserver/ObjectStore';
import type { LabelSelector } from './Selector';

/** A container of a pod. */
export interface Container {
  name: string;
  image: string;
  resources?: { requests?: Record<string, string> };
  envFrom?: Array<{
    configMapRef?: { name: string };
    secretRef?: { name: string };
  }>;
  [field: string]: unknown;
}

/** What a pod is made from. */
export interface PodTemplate {
  metadata?: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec: {
    containers: Container[];
    volumes?: Array<{
      name: string;
      configMap?: { name: string };
      secret?: { secretName: string };
      persistentVolumeClaim?: { claimName: string };
    }>;
    serviceAccountName?: string;
    [field: string]: unknown;
  };
}

/** A kind that runs pods: Deployment, StatefulSet, DaemonSet, ReplicaSet or Job. */
export interface Workload extends KubeObject {
  spec: {
    replicas?: number;
    parallelism?: number;
    completions?: number;
    backoffLimit?: number;
    selector?: LabelSelector;
    template: PodTemplate;
    strategy?: {
      type?: string;
      rollingUpdate?: {
        maxSurge?: number | string;
        maxUnavailable?: number | string;
      };
    };
    [field: string]: unknown;
  };
  status?: Record<string, unknown>;
}
