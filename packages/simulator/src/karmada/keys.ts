/** Labels, annotations and finalizers by which Karmada links its objects (pkg/apis of v1.18). */
export const keys = {
  policyId: 'propagationpolicy.karmada.io/permanent-id',
  policyNamespace: 'propagationpolicy.karmada.io/namespace',
  policyName: 'propagationpolicy.karmada.io/name',
  clusterPolicyId: 'clusterpropagationpolicy.karmada.io/permanent-id',
  clusterPolicyName: 'clusterpropagationpolicy.karmada.io/name',
  bindingId: 'resourcebinding.karmada.io/permanent-id',
  bindingNamespace: 'resourcebinding.karmada.io/namespace',
  bindingName: 'resourcebinding.karmada.io/name',
  clusterBindingId: 'clusterresourcebinding.karmada.io/permanent-id',
  clusterBindingName: 'clusterresourcebinding.karmada.io/name',
  dependedBy: 'resourcebinding.karmada.io/depended-by-',
  dependencies: 'resourcebinding.karmada.io/dependencies',
  workId: 'work.karmada.io/permanent-id',
  workNamespace: 'work.karmada.io/namespace',
  workName: 'work.karmada.io/name',
  conflictResolution: 'work.karmada.io/conflict-resolution',
  managed: 'karmada.io/managed',
  managedBy: 'binding.karmada.io/managed-by',
  templateUid: 'resourcetemplate.karmada.io/uid',
  templateGeneration: 'resourcetemplate.karmada.io/generation',
  managedLabels: 'resourcetemplate.karmada.io/managed-labels',
  managedAnnotations: 'resourcetemplate.karmada.io/managed-annotations',
  deletionProtected: 'resourcetemplate.karmada.io/deletion-protected',
  appliedPlacement: 'policy.karmada.io/applied-placement',
  appliedOverrides: 'policy.karmada.io/applied-overrides',
  appliedClusterOverrides: 'policy.karmada.io/applied-cluster-overrides',
  skipNamespace: 'namespace.karmada.io/skip-auto-propagation',
} as const;

/** {@inheritDoc keys} */
export const finalizers = {
  policy: 'karmada.io/propagation-policy-controller',
  clusterPolicy: 'karmada.io/cluster-propagation-policy-controller',
  binding: 'karmada.io/binding-controller',
  clusterBinding: 'karmada.io/cluster-resource-binding-controller',
  dependencies: 'karmada.io/binding-dependencies-distributor',
  work: 'karmada.io/execution-controller',
  cluster: 'karmada.io/cluster-controller',
} as const;

/** Taints that Karmada itself puts on clusters. */
export const taints = {
  unschedulable: 'cluster.karmada.io/unschedulable',
  notReady: 'cluster.karmada.io/not-ready',
  unreachable: 'cluster.karmada.io/unreachable',
} as const;
