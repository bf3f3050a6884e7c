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
  /** Annotations on workloads that cannot be read. */
  problems: Sentence[];
  /** From `fairway.io/pipelines`. */
  pipelines?: PipelineClaim[];
  /** Annotations that a delivery tool calls its own, by name. */
  toolAnnotations?: Record<string, string>;
  /** Where its description, or its source, lies. */
  repositories?: RepositoryClaim[];
  /** Annotations on pipelines that cannot be read. */
  pipelineProblems?: Sentence[];
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

/** Pipelines of `fairway.io/pipelines`, by one of key, name and label. */
export interface PipelineClaim {
  source?: string;
  key?: string;
  name?: string;
  label?: { key: string; value: string };
}

/** A directory of a repository. */
export interface RepositoryClaim {
  /** Host and path, see gitPlace. */
  remote: string;
  /** Without slashes at its ends; empty: the whole repository. */
  path: string;
  branch?: string;
  /** The catalog read the entity from there. False: only the entity says so. */
  registered: boolean;
}
