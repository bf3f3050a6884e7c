import { PipecdStage } from '../native/PipecdRun';

/** Why a deployment ended, or rolls back. @internal */
export interface EndCause {
  kind:
    | 'failed'
    | 'not-planned'
    | 'cancelled'
    | 'timed-out'
    | 'agent-stopped'
    /** Only the text of PipeCD says why, if anything. */
    | 'other';
  /** During which stage. */
  stage?: PipecdStage;
  /** How PipeCD names that stage. */
  stageName?: string;
  /** Who cancelled it. */
  actor?: string;
  /** The text of PipeCD, where it says more than the rest. */
  reason?: string;
}
