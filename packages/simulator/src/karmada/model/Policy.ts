import type { KubeObject } from '../../apiserver/ObjectStore';
import type { ClusterAffinity, Placement } from './Placement';
import type { LabelSelector } from './Selector';

/** What a policy applies to. */
export interface ResourceSelector {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name?: string;
  labelSelector?: LabelSelector;
}

/** How a policy holds dispatch back: all of it, or on some clusters. */
export interface DispatchSuspension {
  dispatching?: boolean;
  dispatchingOnClusters?: { clusterNames?: string[] };
}

/** How copies leave a cluster. */
export type PurgeMode =
  | 'Directly'
  | 'Gracefully'
  | 'Never'
  | 'Immediately'
  | 'Graciously';

/** A PropagationPolicy or ClusterPropagationPolicy. */
export interface Policy extends KubeObject {
  spec: {
    resourceSelectors: ResourceSelector[];
    placement?: Placement;
    priority?: number;
    preemption?: 'Always' | 'Never';
    propagateDeps?: boolean;
    schedulerName?: string;
    activationPreference?: 'Lazy' | '';
    conflictResolution?: 'Abort' | 'Overwrite';
    preserveResourcesOnDeletion?: boolean;
    suspension?: DispatchSuspension;
    failover?: {
      cluster?: { purgeMode?: PurgeMode };
      application?: {
        decisionConditions?: { tolerationSeconds?: number };
        purgeMode?: PurgeMode;
        gracePeriodSeconds?: number;
      };
    };
  };
}

/** One change of a manifest. */
export interface Overriders {
  imageOverrider?: Array<{
    component: 'Registry' | 'Repository' | 'Tag';
    operator: 'add' | 'remove' | 'replace';
    value?: string;
  }>;
  plaintext?: Array<{
    path: string;
    operator: 'add' | 'remove' | 'replace';
    value?: unknown;
  }>;
  labelsOverrider?: Array<{
    operator: 'add' | 'remove' | 'replace';
    value: Record<string, string>;
  }>;
  annotationsOverrider?: Array<{
    operator: 'add' | 'remove' | 'replace';
    value: Record<string, string>;
  }>;
}

/** An OverridePolicy or ClusterOverridePolicy. */
export interface OverridePolicy extends KubeObject {
  spec: {
    resourceSelectors?: ResourceSelector[];
    overrideRules?: Array<{
      targetCluster?: ClusterAffinity;
      overriders: Overriders;
    }>;
  };
}
