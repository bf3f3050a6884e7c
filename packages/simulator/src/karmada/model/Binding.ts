import type { KubeObject } from '../../apiserver/ObjectStore';
import type { Condition } from './Condition';
import type { Placement } from './Placement';
import type { DispatchSuspension, Policy, PurgeMode } from './Policy';

/** A cluster of a schedule result. */
export interface TargetCluster {
  name: string;
  /** Absent for kinds without replicas. */
  replicas?: number;
}

/** A copy that is on its way out of a cluster. */
export interface EvictionTask {
  fromCluster: string;
  purgeMode?: PurgeMode;
  replicas?: number;
  reason: string;
  message?: string;
  producer: string;
  gracePeriodSeconds?: number;
  suppressDeletion?: boolean;
  /** Absent until the eviction controller has seen the task. */
  creationTimestamp?: string;
}

/** What a member reports of a template. */
export interface AggregatedStatusItem {
  clusterName: string;
  status?: Record<string, unknown>;
  applied?: boolean;
  appliedMessage?: string;
  health?: 'Healthy' | 'Unhealthy' | 'Unknown';
}

/** A ResourceBinding or ClusterResourceBinding (work.karmada.io/v1alpha2). */
export interface Binding extends KubeObject {
  spec: {
    resource: {
      apiVersion: string;
      kind: string;
      namespace?: string;
      name: string;
      uid?: string;
      resourceVersion?: string;
    };
    placement?: Placement;
    replicas?: number;
    replicaRequirements?: {
      resourceRequest?: Record<string, string>;
      namespace?: string;
    };
    clusters?: TargetCluster[];
    requiredBy?: Array<{
      namespace?: string;
      name: string;
      clusters?: TargetCluster[];
    }>;
    gracefulEvictionTasks?: EvictionTask[];
    propagateDeps?: boolean;
    schedulerName?: string;
    conflictResolution?: 'Abort' | 'Overwrite';
    preserveResourcesOnDeletion?: boolean;
    suspension?: DispatchSuspension & { scheduling?: boolean };
    rescheduleTriggeredAt?: string;
    failover?: Policy['spec']['failover'];
  };
  status?: {
    schedulerObservedGeneration?: number;
    /** The key on the wire; the Go field is called SchedulerObservedAffinityName. */
    schedulerObservingAffinityName?: string;
    lastScheduledTime?: string;
    conditions?: Condition[];
    aggregatedStatus?: AggregatedStatusItem[];
  };
}
