import {
  Entity,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogApi } from '@backstage/plugin-catalog-react';

/**
 * A group and all groups below it, level by level: a group that owns nothing itself is often three levels above who does.
 * References, each once; circles end.
 */
export async function groupsOf(
  group: Entity,
  catalog: Pick<CatalogApi, 'getEntitiesByRefs'>,
): Promise<string[]> {
  const found = new Set([stringifyEntityRef(group)]);
  let level: Array<Entity | undefined> = [group];
  while (level.length > 0) {
    const below = level
      .flatMap(one => one?.relations ?? [])
      .filter(({ type }) => type === RELATION_PARENT_OF)
      .map(({ targetRef }) => targetRef);
    const entityRefs = [...new Set(below)].filter(ref => !found.has(ref));
    entityRefs.forEach(ref => found.add(ref));
    level =
      entityRefs.length === 0
        ? []
        : (
            await catalog.getEntitiesByRefs({
              entityRefs,
              fields: ['relations'],
            })
          ).items;
  }
  return [...found];
}
