/**
 * Where a run or one of its stages stands.
 *
 * @remarks
 * `waiting` is blocked on a person or a gate, `paused` is held by a setting without a gate, `pending` was accepted and not
 * started, `queued` stands behind another run. `succeeded`, `failed`, `cancelled` and `skipped` are over. A native value
 * that nobody knows, or none at all, is `unknown` and never `succeeded`.
 *
 * @public
 */
export type RunStatus =
  | 'pending'
  | 'queued'
  | 'running'
  | 'waiting'
  | 'paused'
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  | 'skipped'
  | 'unknown';

/** More than the status says: what kind of running, of failure, of end. @public */
export type RunDetail =
  | 'cancelling'
  | 'timed-out'
  | 'unstable'
  | 'partial'
  | 'validation'
  | 'infrastructure'
  | 'retrying'
  | 'superseded'
  | 'rolling-back'
  | 'rolled-back'
  /** Went back and did not succeed at that: nobody knows what runs now. */
  | 'rollback-failed'
  | 'rejected'
  | 'verifying'
  | 'drifted'
  /** Over or waiting because whoever runs it was stopped. */
  | 'agent-stopped'
  /** Went on because somebody approved who is not on the list. */
  | 'unlisted-approver'
  /** Should have moved and did not: a fault, not a wait. */
  | 'stuck';
