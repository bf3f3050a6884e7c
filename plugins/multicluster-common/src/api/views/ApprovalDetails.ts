import { AuditEntry } from '../../model/approval/AuditEntry';
import { Sentence } from '../../model/Sentence';
import { ApprovalItem } from './ApprovalList';
import { DiffHunk } from './PromotionDiff';
import { ViewMeta } from './ViewMeta';

/** `GET /v1/approvals/{id}`. @public */
export interface ApprovalDetails extends ViewMeta {
  item: ApprovalItem;
  /** What changed of the subject since the generation that the caller names with `since`. */
  changed?: Array<{ part: string; from?: string; to?: string }>;
  trail: AuditEntry[];
}

/**
 * `GET /v1/approvals/{id}/diff`: what a request would change, as lines of manifests that are read now, with the permission that
 * comparing environments has.
 *
 * @public
 */
export interface ApprovalDiff {
  /** By cluster; empty: nothing can be compared, and `basis` says why. */
  diff: SubjectDiff[];
  /** With what is compared, of each entity. */
  basis: Sentence[];
  /** ISO 8601. */
  observedAt: string;
}

/** What a cluster has, and what it would get. Values of secrets never; keys alone. @public */
export interface SubjectDiff {
  cluster: string;
  object: string;
  /** Lines of YAML that differ, as in {@link WorkloadDiff}. Absent: it may not be read, or cannot be compared; `note` says why. */
  hunks?: DiffHunk[];
  note?: Sentence;
}
