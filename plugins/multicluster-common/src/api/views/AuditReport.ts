import { AuditEntry } from '../../model/approval/AuditEntry';
import { Sentence } from '../../model/Sentence';

/**
 * How a change of content came to be in an environment. `before-observation`: from before it was noted where policies ask, or the first
 * that is known of it; `no-policy`: no policy asked for approval there at that moment. Neither is held against anybody; `no-approval-found` is.
 *
 * @public
 */
export type ChangeBasis =
  | 'approved'
  | 'exempt'
  | 'decided-elsewhere'
  | 'actor-unknown'
  | 'emergency'
  | 'before-observation'
  | 'no-policy'
  | 'no-approval-found';

/** A change of content that was seen in an environment. @public */
export interface ReportedChange {
  /** ISO 8601. */
  at: string;
  environment: string;
  entityRefs: string[];
  /** Where: name of a workload or pipeline. */
  subject: string;
  source: string;
  clusters: string[];
  from?: string;
  to: string;
  /**
   * What changed while the version stayed, such as its settings; `from` and `to` are that version (`overridden`: nobody knows it).
   * Absent: the version changed.
   */
  change?: Sentence;
  basis: ChangeBasis;
  sentence: Sentence;
  requestId?: string;
  /** Who approved, or who decided it elsewhere. */
  actors: string[];
  enforcement?: string;
}

/** `GET /v1/audit/report?environment=…&from=…&to=…`. @public */
export interface AuditReport {
  environment?: string;
  from: string;
  to: string;
  changes: ReportedChange[];
  nextCursor?: string;
  /** What the report cannot know: sources that were not read for a while, history that is not kept that long. */
  limits: Sentence[];
}

/** `GET /v1/audit`. @public */
export interface AuditList {
  items: AuditEntry[];
  nextCursor?: string;
}
