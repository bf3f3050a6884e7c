import { AuditEntry } from '../../model/approval/AuditEntry';
import { Sentence } from '../../model/Sentence';
import { ApprovalItem } from './ApprovalList';
import { DiffHunk } from './PromotionDiff';
import { ViewMeta } from './ViewMeta';

/** `GET /v1/approvals/{id}`. @public */
export interface ApprovalDetails extends ViewMeta {
  item: ApprovalItem;
  /** What would change, by cluster; absent: it cannot be told apart there. */
  diff?: SubjectDiff[];
  /** What changed of the subject since the generation that the caller names with `since`. */
  changed?: Array<{ part: string; from?: string; to?: string }>;
  trail: AuditEntry[];
}

/** What a cluster has, and what it would get. Values of secrets never; keys alone. @public */
export interface SubjectDiff {
  cluster: string;
  object: string;
  /** Lines of YAML that differ, as in {@link WorkloadDiff}. Absent: it may not be read, or cannot be compared; `note` says why. */
  hunks?: DiffHunk[];
  note?: Sentence;
}
