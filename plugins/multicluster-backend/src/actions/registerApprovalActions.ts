import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ApprovalService } from '../service/ApprovalService';
import { AuditedCall } from './AuditedCall';
import { explainApproval } from './explainApproval';
import { listOpenApprovals } from './listOpenApprovals';
import { proposeDecision } from './proposeDecision';
import { readApproval } from './readApproval';

/**
 * What agents may do with requests for approval: read them, have it explained why one waits, and propose a decision to a person.
 * There is no action that votes, withdraws, recalls or continues, and none may be added: whoever writes a commit message writes
 * what agents read.
 */
export function registerApprovalActions(
  registry: ActionsRegistryService,
  options: { approvals: ApprovalService; call: AuditedCall; baseUrl: string },
): void {
  listOpenApprovals(registry, options);
  readApproval(registry, options);
  explainApproval(registry, options);
  proposeDecision(registry, options);
}
