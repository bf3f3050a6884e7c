/** The taint by which Karmada's own tool cordons a cluster. @internal */
export const CORDON = {
  key: 'cluster.karmada.io/unschedulable',
  effect: 'NoSchedule',
} as const;
