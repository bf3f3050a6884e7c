import { BackstageCredentials } from '@backstage/backend-plugin-api';

interface Principal {
  type?: string;
  userEntityRef?: string;
  subject?: string;
  accessRestrictions?: {
    permissionNames?: string[];
    permissionAttributes?: Record<string, unknown>;
  };
  actor?: { subject?: string };
}

/**
 * Whom an answer is for: part of every key under which something made for one caller is kept. A service that acts for a
 * user is not that user, because a policy may tell them apart; and two tokens of one service may be restricted to
 * different permissions.
 */
export function viewerKey(credentials: BackstageCredentials): string {
  const principal = credentials.principal as Principal;
  return JSON.stringify([
    principal.type ?? 'unknown',
    principal.userEntityRef ?? principal.subject ?? '',
    principal.actor?.subject ?? '',
    ...restrictions(principal),
  ]);
}

/** In an order of their own: it is that of a configuration or of a header. */
function restrictions({ accessRestrictions }: Principal): unknown[] {
  if (!accessRestrictions) {
    return [];
  }
  const { permissionNames, permissionAttributes } = accessRestrictions;
  return [
    permissionNames ? [...permissionNames].sort() : null,
    permissionAttributes
      ? Object.entries(permissionAttributes)
          .map(([name, values]) => JSON.stringify([name, values]))
          .sort()
      : null,
  ];
}
