import {
  Actor,
  ApprovalState,
  ApprovalSubject,
} from '@fairway/backstage-plugin-multicluster-common';
import { LaneExemption } from '../../model/RequestRecord';

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
  /** Decided past the rules. */
  emergency: boolean;
  /** Whose approvals count. */
  voters: string[];
  closedBy?: Actor;
  createdAt: number;
  sealedAt?: number;
  closedAt?: number;
}
