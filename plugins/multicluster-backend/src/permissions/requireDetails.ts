import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  multiclusterDetailReadPermission,
  multiclusterTopologyReadPermission,
} from '@fairway/backstage-plugin-multicluster-common';
import { notAllowed } from '../util/codedErrors';
import { EntityAccess } from './EntityAccess';
import { requireRuns } from './requireRuns';

/**
 * The entity of which two environments are compared in detail. Throws as requireRuns, and a NotAllowedError when the caller may
 * not read its topology or details.
 *
 * @param what - what is read of it, for the message
 */
export async function requireDetails(
  access: EntityAccess,
  { entityRef, what }: { entityRef: string; what: string },
  credentials: BackstageCredentials,
): Promise<Entity> {
  const [entity, ...allowed] = await Promise.all([
    requireRuns(access, entityRef, credentials),
    ...[
      multiclusterTopologyReadPermission,
      multiclusterDetailReadPermission,
    ].map(permission => access.allowed(permission, entityRef, credentials)),
  ]);
  if (!allowed.every(Boolean)) {
    throw notAllowed(
      'detail-denied',
      `You may not read the ${what} of ${entityRef}`,
    );
  }
  return entity;
}
