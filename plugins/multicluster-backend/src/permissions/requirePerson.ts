import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Voter } from '../approvals/engine/ApprovalEngine';
import { refuse } from '../approvals/engine/refuse';
import { callerRefusal } from '../approvals/rules/voters/callerRefusal';
import { voterOf } from './voterOf';

/** Who calls, if it is a person with credentials of their own. Throws NOT_A_USER, ACTING_FOR_SOMEBODY or GUEST. */
export function requirePerson(
  credentials: BackstageCredentials,
  options: { guestCounts: boolean },
): Voter {
  const voter = voterOf(credentials);
  const code = callerRefusal({ ...voter, ...options });
  if (code) {
    throw refuse(code);
  }
  return voter;
}
