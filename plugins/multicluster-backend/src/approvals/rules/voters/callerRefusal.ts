import { parseEntityRef } from '@backstage/catalog-model';
import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';

/** Who calls, as the verified credentials say. */
export interface VoterIdentity {
  /** Full, in lower case. Absent: a service. */
  userEntityRef?: string;
  /** Somebody or something that acts in the user's name. */
  actsFor?: string;
  /** True: the demo's switch is on, by which the guest counts as a person. */
  guestCounts?: boolean;
}

/**
 * Why a caller is no person who may decide, whatever is decided about. A token that an agent got for itself through a sign-in
 * cannot be told from its person's; one that says who acts is refused here.
 */
export function callerRefusal(caller: VoterIdentity): ApprovalCode | undefined {
  const { userEntityRef, actsFor, guestCounts } = caller;
  if (!userEntityRef || kindOf(userEntityRef) !== 'user') {
    return 'NOT_A_USER';
  }
  if (actsFor) {
    return 'ACTING_FOR_SOMEBODY';
  }
  // The guest provider of Backstage signs everybody in as one user, in one of these namespaces.
  const guest = /^user:(default|development)\/guest$/.test(userEntityRef);
  return guest && !guestCounts ? 'GUEST' : undefined;
}

function kindOf(ref: string): string {
  try {
    return parseEntityRef(ref).kind.toLocaleLowerCase('en-US');
  } catch {
    return '';
  }
}
