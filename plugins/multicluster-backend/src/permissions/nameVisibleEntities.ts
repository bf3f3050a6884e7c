import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { EntityAccess } from './EntityAccess';

/** Leaves out the entities that the caller may not see in the catalog. */
export async function nameVisibleEntities<T extends { entityRefs: string[] }>(
  items: T[],
  access: EntityAccess,
  credentials: BackstageCredentials,
): Promise<T[]> {
  return Promise.all(
    items.map(async item => ({
      ...item,
      entityRefs: await access.filterVisible(item.entityRefs, credentials),
    })),
  );
}
