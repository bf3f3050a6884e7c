import type { Toleration } from './Cluster';
import type { LabelSelector } from './Selector';

/** Which clusters are meant. */
export interface ClusterAffinity {
  affinityName?: string;
  clusterNames?: string[];
  exclude?: string[];
  labelSelector?: LabelSelector;
  fieldSelector?: {
    matchExpressions?: Array<{
      key: string;
      operator: 'In' | 'NotIn';
      values: string[];
    }>;
  };
}

/** Into how many groups the copies must spread. */
export interface SpreadConstraint {
  spreadByField?: 'cluster' | 'region' | 'zone' | 'provider';
  spreadByLabel?: string;
  minGroups?: number;
  maxGroups?: number;
}

/** How replicas are shared out. */
export interface ReplicaScheduling {
  replicaSchedulingType?: 'Duplicated' | 'Divided';
  replicaDivisionPreference?: 'Aggregated' | 'Weighted';
  weightPreference?: {
    staticWeightList?: Array<{
      targetCluster: ClusterAffinity;
      weight: number;
    }>;
    dynamicWeight?: 'AvailableReplicas';
  };
}

/** Where a policy wants its templates. */
export interface Placement {
  clusterAffinity?: ClusterAffinity;
  clusterAffinities?: ClusterAffinity[];
  clusterTolerations?: Toleration[];
  spreadConstraints?: SpreadConstraint[];
  replicaScheduling?: ReplicaScheduling;
}
