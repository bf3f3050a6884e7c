import { Sentence } from './Sentence';

/** What a placement (a Karmada binding) comes to as a whole. @public */
export type PlacementSummaryState =
  | 'converged'
  | 'progressing'
  | 'degraded'
  | 'unscheduled'
  | 'scheduling-suspended';

/** Facts beside the state of a placement that a reader must know. @public */
export type PlacementFlag =
  | 'kept'
  | 'withdrawn'
  | 'held'
  | 'dependency'
  | 'orphaned'
  | 'on-fallback-affinity';

/** Why a cluster was not chosen, and how many share the reason. @public */
export interface SchedulingReason {
  /** Number of clusters. */
  count: number;
  /** `taint`, `api-missing`, `affinity`, `evicting`, `spread`, `capacity`, `quota`, `plugin`, or `other` when the text is not known to us. */
  kind: string;
  /** The source's own words. */
  text: string;
}

/** The summary of a placement over all of its targets. @public */
export interface PlacementSummary {
  state: PlacementSummaryState;
  flags: PlacementFlag[];
  /** The source's machine-readable reason, for example `NoClusterFit`. */
  reason?: string;
  /** The one sentence that matters; absent when all is well. */
  sentence?: Sentence;
  /** Why clusters were not chosen, when scheduling failed. */
  schedulingReasons?: SchedulingReason[];
}
