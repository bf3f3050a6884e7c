import { GateLog } from './GateLog';

/**
 * What the rules need of a deployment.
 *
 * @remarks
 * Nothing in here may change by itself: `updated_at` and the order of maps are left out. Times are seconds since the epoch,
 * as PipeCD counts.
 *
 * @internal
 */
export type PipecdRun = {
  /** Which kind of piped runs it: the classic one, or the one made of plugins. They write different things. */
  generation: 'v0' | 'v1';
  /** `status`, a number that may be one nobody knows. */
  status: number;
  /** `status_reason`. */
  reason?: string;
  summary?: string;
  /** `completed_at`. */
  completedAt?: number;
  /** In the order of PipeCD, hidden ones too; none while the deployment is PENDING, when they are temporary. */
  stages: PipecdStage[];
};

/** {@inheritDoc PipecdRun} @internal */
export type PipecdStage = {
  /** As PipeCD asks for it. Several v0 rollbacks of scripts share one. */
  id: string;
  /** Unique within the run. */
  key: string;
  name: string;
  description?: string;
  status: number;
  /** Keys of shown stages before it; never itself, never in a circle. */
  requires: string[];
  /** Not for readers: a rollback that does not run. */
  hidden?: true;
  rollback?: true;
  /** `completed_at`: when it started while it runs, else when it ended, with exceptions (see stageTimes). */
  at?: number;
  /** `retried_count`. */
  retried: number;
  /** Somebody has to approve it. */
  gate?: true;
  /** Who may approve; empty: whoever has the right to change deployments. */
  approvers?: string[];
  /** Who approved, as stage metadata says: in their order with v0, in none with v1. */
  approvedBy?: string[];
  skippedBy?: string;
  /** `pipecd/stage-display-metadata`: text of a plugin for people. */
  display?: string;
  /** Shares of traffic or size by key of metadata, such as `canary-percentage`. */
  shares?: Record<string, string>;
  /** How long an analysis took, once it is over. */
  elapsed?: string;
  log?: GateLog;
};
