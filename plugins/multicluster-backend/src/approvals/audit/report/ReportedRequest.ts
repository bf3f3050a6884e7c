import {
  Actor,
  ApprovalState,
  ApprovalSubject,
} from '@fairway/backstage-plugin-multicluster-common';
import { ExemptionBasis, LaneExemption } from '../../model/RequestRecord';

/** What the report looks at of a request. Times are milliseconds since the epoch. */
export interface ReportedRequest {
  id: string;
  kind: 'gate' | 'pull' | 'lane';
  state: ApprovalState;
  decision?: 'approve' | 'reject';
  source: string;
  policyKey?: string;
  environment?: string;
  entityRefs: string[];
  subject: Pick<ApprovalSubject, 'images' | 'lane'>;
  enforcement: string;
  exemption?: LaneExemption;
  exemptionBasis?: ExemptionBasis;
  /** Decided past the rules. */
  emergency: boolean;
  /** Whose approvals count, and who released it alone. */
  voters: string[];
  closedBy?: Actor;
  /** What it released before it ended in another way: it was rolled back, or its policy was deleted. */
  brought?: { clusters: string[]; sealedAt: number };
  createdAt: number;
  sealedAt?: number;
  closedAt?: number;
}
