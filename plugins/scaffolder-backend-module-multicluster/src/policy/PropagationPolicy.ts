/** A requirement on labels, as Kubernetes writes it. */
export interface Requirement<Operator extends string> {
  key: string;
  operator: Operator;
  values?: string[];
}

/** A label selector, as Kubernetes writes it. */
export interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: Requirement<'In' | 'NotIn' | 'Exists' | 'DoesNotExist'>[];
}

/** Which objects a policy is for. The namespace is always that of the policy: Karmada refuses another one. */
export interface ResourceSelector {
  apiVersion: string;
  kind: string;
  name?: string;
  labelSelector?: LabelSelector;
}

/** Which clusters; what is left out restricts nothing. */
export interface ClusterAffinity {
  clusterNames?: string[];
  exclude?: string[];
  labelSelector?: LabelSelector;
  fieldSelector?: { matchExpressions?: Requirement<'In' | 'NotIn'>[] };
}

/** Over how many groups of clusters copies are spread. */
export interface SpreadConstraint {
  spreadByField?: 'cluster' | 'region' | 'zone' | 'provider';
  spreadByLabel?: string;
  minGroups?: number;
  maxGroups?: number;
}

/** How many of the copies each cluster gets. */
export interface ReplicaScheduling {
  replicaSchedulingType?: 'Duplicated' | 'Divided';
  replicaDivisionPreference?: 'Aggregated' | 'Weighted';
  weightPreference?: {
    staticWeightList?: { targetCluster: ClusterAffinity; weight: number }[];
    dynamicWeight?: 'AvailableReplicas';
  };
}

/** Where and how: all of it stands inside `placement`, the division of copies too. */
export interface Placement {
  clusterAffinity?: ClusterAffinity;
  spreadConstraints?: SpreadConstraint[];
  replicaScheduling?: ReplicaScheduling;
}

/** The part of the spec of a Karmada PropagationPolicy that templates write. */
export interface PropagationSpec {
  resourceSelectors: ResourceSelector[];
  placement?: Placement;
  propagateDeps?: boolean;
  priority?: number;
  preemption?: 'Always' | 'Never';
  conflictResolution?: 'Abort' | 'Overwrite';
  preserveResourcesOnDeletion?: boolean;
}

/** A Karmada PropagationPolicy as a file holds it: no status, nothing the server adds. */
export interface PropagationPolicy {
  apiVersion: 'policy.karmada.io/v1alpha1';
  kind: 'PropagationPolicy';
  metadata: { name: string; namespace?: string };
  spec: PropagationSpec;
}
