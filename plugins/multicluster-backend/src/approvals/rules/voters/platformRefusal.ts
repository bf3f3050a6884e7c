import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';

/** What is asked of the portal before anybody may vote. */
export interface PlatformFacts {
  /** Whether every policy that could apply was read without a problem. */
  policyValid: boolean;
  /** `permission.enabled` of the portal. */
  permissionsEnabled: boolean;
  /** Whether the database survives a restart. */
  databaseDurable: boolean;
  /** True: the demo's switch, which never counts in production. */
  allowWithoutRules: boolean;
}

/**
 * Why nobody may vote in this portal, in a fixed order. The switch lifts what is missing of the portal, never a policy that
 * cannot be read.
 */
export function platformRefusal(
  facts: PlatformFacts,
): ApprovalCode | undefined {
  if (!facts.policyValid) {
    return 'POLICY_INVALID';
  }
  if (facts.allowWithoutRules) {
    return undefined;
  }
  if (!facts.permissionsEnabled) {
    return 'PERMISSIONS_DISABLED';
  }
  return facts.databaseDurable ? undefined : 'DATABASE_NOT_DURABLE';
}
