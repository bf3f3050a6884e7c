import {
  ApprovalCode,
  ApprovalState,
} from '@fairway/backstage-plugin-multicluster-common';

/**
 * E27: why nobody votes on what waits while its source cannot be read: what was read is old, so that it would be a vote on nobody
 * knows what. What is decided already can be taken back all the same.
 */
export function staleRefusal(
  state: ApprovalState,
  unreadable: boolean,
): ApprovalCode | undefined {
  const waits = state === 'pending' || state === 'held';
  return waits && unreadable ? 'PROVIDER_STALE' : undefined;
}
