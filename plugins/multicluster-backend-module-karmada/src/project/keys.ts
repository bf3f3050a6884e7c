/** Labels and annotations that Karmada links its objects with. @internal */
export const keys = {
  ppId: 'propagationpolicy.karmada.io/permanent-id',
  ppName: 'propagationpolicy.karmada.io/name',
  ppNamespace: 'propagationpolicy.karmada.io/namespace',
  cppId: 'clusterpropagationpolicy.karmada.io/permanent-id',
  cppName: 'clusterpropagationpolicy.karmada.io/name',
  rbId: 'resourcebinding.karmada.io/permanent-id',
  crbId: 'clusterresourcebinding.karmada.io/permanent-id',
  managedBy: 'binding.karmada.io/managed-by',
  dependedByPrefix: 'resourcebinding.karmada.io/depended-by-',
  clusterDependedByPrefix: 'clusterresourcebinding.karmada.io/depended-by-',
  retainReplicas: 'resourcetemplate.karmada.io/retain-replicas',
  /** Our note on a policy that the portal holds: who armed it. */
  heldBy: 'fairway.io/held-by',
  /** The request for which it was last changed. */
  heldRequest: 'fairway.io/held-request',
  /** What whoever finds it should know, with the command that releases it by hand. */
  heldNote: 'fairway.io/held-note',
  dependencies: 'resourcebinding.karmada.io/dependencies',
  appliedOverrides: 'policy.karmada.io/applied-overrides',
  appliedClusterOverrides: 'policy.karmada.io/applied-cluster-overrides',
} as const;
