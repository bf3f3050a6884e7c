/**
 * What the rules need of a ResourceBinding or ClusterResourceBinding.
 *
 * @remarks
 * Stored once per binding, up to 100,000 of them, therefore the short keys and no key without a meaning. Nothing in here may
 * change by itself: Karmada re-stamps `lastScheduledTime` on every matching binding whenever a cluster is tainted, so
 * times of that kind enter as booleans only.
 *
 * @internal
 */
export type BindingNative = {
  /** Permanent id: the only safe join to Works and member objects. */
  id?: string;
  /** Being deleted. */
  del?: true;
  /** `spec.replicas`: of the template, not the sum over clusters. Karmada omits zero. */
  n?: number;
  /** Sum over `spec.components` of workloads with several pod templates. */
  comp?: number;
  /** `spec.clusters`: name, and replicas where the kind has them. */
  to: BindingTarget[];
  /** Clusters of the bindings that need this one (`spec.requiredBy`). */
  req?: string[];
  /** Names of the bindings that need this one. */
  by?: string[];
  /** `spec.gracefulEvictionTasks`. */
  ev?: EvictionTask[];
  /** `spec.suspension`: dispatching held everywhere, or on these clusters. */
  hold?: true | string[];
  /** `spec.suspension.scheduling`. */
  noSched?: true;
  /** The Scheduled condition: absent, true, or what is wrong. */
  sched?: true | SchedulingFailure;
  /** Was ever placed (`lastScheduledTime` is set). */
  once?: true;
  /** A rebalance was asked for and not yet done. */
  reb?: true;
  /** How replicas are divided. Absent: duplicated. */
  div?: 'static' | 'dynamic' | 'weighted' | 'aggregated' | 'divided';
  /** Static weights in the order of the policy, for example `1:1`. */
  wt?: string;
  /** Has constraints on how it spreads that a loss may make impossible. */
  spread?: true;
  /** Names of the preferred and of the used affinity group, when they differ. */
  aff?: [preferred: string, used: string];
  /** Purge mode of the failover that its policy asks for. */
  fail?: PurgeMode;
  /** Created by another controller than the policies' (`binding.karmada.io/managed-by`). */
  own?: true;
  /** Carries a placement: it was once created for a policy. */
  plc?: true;
  /** `status.aggregatedStatus`. */
  agg: AggregatedItem[];
};

/** {@inheritDoc BindingNative} @internal */
export type BindingTarget =
  | [cluster: string]
  | [cluster: string, replicas: number];

/** {@inheritDoc BindingNative} @internal */
export type SchedulingFailure = {
  reason: string;
  msg: string;
  /** Since when, in ms since the epoch: of a condition that stays False this does not change. */
  at?: number;
};

/** Directly, Gracefully, Never, or one we do not know. @internal */
export type PurgeMode = 'D' | 'G' | 'N' | '?';

/** {@inheritDoc BindingNative} @internal */
export type EvictionTask = {
  c: string;
  p: PurgeMode;
  /** `suppressDeletion`: true holds the old copy until a person decides, false drops it now. */
  keep?: boolean;
  /** Creation time; absent until the eviction controller stamped it. */
  at?: string;
  /** Grace period in seconds, where the task has its own. */
  grace?: number;
  why?: string;
  msg?: string;
};

/** One item of `status.aggregatedStatus`. Counts are absent where zero. @internal */
export type AggregatedItem = {
  c: string;
  /** Accepted by the member's API server. */
  ok?: 1;
  /** Healthy, Unhealthy; absent: unknown. */
  h?: 'H' | 'U';
  /** Why it was not accepted. */
  msg?: string;
  /** A status was reflected. */
  st?: 1;
  /** `resourceTemplateGeneration`: what was last dispatched to this member. */
  g?: number;
  /** The member's controller has not yet looked at what was dispatched. */
  lag?: 1;
  /** Wanted by the member itself: DaemonSets. */
  w?: number;
  /** Total, updated, ready, available. */
  r?: number;
  u?: number;
  y?: number;
  v?: number;
  /** A Job that ended: Complete or Failed. */
  end?: 'C' | 'F';
  /** What a failed Job says. */
  endMsg?: string;
};
