import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { multiclusterRunReadPermission } from '@fairway/backstage-plugin-multicluster-common';
import { notAllowed, notFound } from '../util/codedErrors';
import { EntityAccess } from './EntityAccess';

/**
 * The entity whose runs or promotion are asked for. Throws a NotFoundError when the caller may not see it, and a
 * NotAllowedError when not its runs.
 */
export async function requireRuns(
  access: EntityAccess,
  entityRef: string,
  credentials: BackstageCredentials,
): Promise<Entity> {
  // Both at once, because each is a request of its own.
  const [entity, allowed] = await Promise.all([
    access.visible(entityRef, credentials),
    access.allowed(multiclusterRunReadPermission, entityRef, credentials),
  ]);
  if (!entity) {
    throw notFound('entity-not-found', `No entity ${entityRef}`);
  }
  if (!allowed) {
    throw notAllowed(
      'runs-denied',
      `You may not see the pipelines and runs of ${entityRef}`,
    );
  }
  return entity;
}
