import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Voter } from '../approvals/engine/ApprovalEngine';

interface Principal {
  type?: string;
  userEntityRef?: string;
  actor?: { subject?: string };
}

/**
 * Who calls, as the verified credentials say and nothing else: no header and no body names a voter. A service has no ref; one
 * that acts for a person is named beside.
 */
export function voterOf(credentials: BackstageCredentials): Voter {
  const { type, userEntityRef, actor } = credentials.principal as Principal;
  if (type !== 'user' || !userEntityRef) {
    return {};
  }
  return {
    userEntityRef: userEntityRef.toLocaleLowerCase('en-US'),
    ...(actor && { actsFor: actor.subject ?? 'unknown' }),
  };
}
