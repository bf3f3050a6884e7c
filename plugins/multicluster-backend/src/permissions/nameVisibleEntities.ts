import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { EntityAccess } from './EntityAccess';

/** Leaves out the entities that the caller may not see in the catalog. */
export async function nameVisibleEntities<T extends { entityRefs: string[] }>(
  items: T[],
  access: EntityAccess,
  credentials: BackstageCredentials,
): Promise<T[]> {
  return Promise.all(
    items.map(async item => {
      const seen = await Promise.all(
        item.entityRefs.map(ref => access.visible(ref, credentials)),
      );
      return {
        ...item,
        entityRefs: item.entityRefs.filter(
          (_, index) => seen[index] !== undefined,
        ),
      };
    }),
  );
}
