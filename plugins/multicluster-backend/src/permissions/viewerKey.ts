import { BackstageCredentials } from '@backstage/backend-plugin-api';

interface Principal {
  type?: string;
  userEntityRef?: string;
  subject?: string;
  actor?: { subject?: string };
}

/**
 * Whom an answer is for: part of every key under which something made for one caller is kept. A service that acts for a
 * user is not that user, because a policy may tell them apart.
 */
export function viewerKey(credentials: BackstageCredentials): string {
  const principal = credentials.principal as Principal;
  return JSON.stringify([
    principal.type ?? 'unknown',
    principal.userEntityRef ?? principal.subject ?? '',
    principal.actor?.subject ?? '',
  ]);
}
