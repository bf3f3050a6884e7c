import { Sentence } from '@fairway/backstage-plugin-multicluster-common';
import { LabelRequirement } from './parseLabelSelector';

/** What an entity says of its workloads. Plain data: it is stored as JSON. */
export interface EntityClaim {
  entityRef: string;
  /** Value of `backstage.io/kubernetes-id`. */
  kubernetesId?: string;
  /** From `backstage.io/kubernetes-label-selector`; all must hold. */
  selector?: LabelRequirement[];
  /** From `backstage.io/kubernetes-namespace`; restricts the two above. */
  namespace?: string;
  /** From `backstage.io/kubernetes-cluster`; a control plane or one of its clusters. Restricts everything. */
  cluster?: string;
  workloads: WorkloadClaim[];
  policies: PolicyClaim[];
  ownerRef?: string;
  /** Further owners, where the catalog's processors give an entity several; sorted. */
  coOwnerRefs?: string[];
  systemRef?: string;
  /** Annotations that cannot be read. */
  problems: Sentence[];
}

/** One workload of `fairway.io/workloads`. */
export interface WorkloadClaim {
  controlPlane?: string;
  group: string;
  kind: string;
  namespace: string;
  name: string;
}

/** One policy of `fairway.io/policy`; without a namespace it is cluster-scoped. */
export interface PolicyClaim {
  controlPlane?: string;
  namespace: string;
  name: string;
}
