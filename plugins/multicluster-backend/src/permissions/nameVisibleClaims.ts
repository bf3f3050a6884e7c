import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { WorkloadMatch } from '@fairway/backstage-plugin-multicluster-common';
import { EntityAccess } from './EntityAccess';

/** Names other claims only as far as the caller may see the entities; the rest is counted. */
export async function nameVisibleClaims<
  T extends { match: Pick<WorkloadMatch, 'alsoClaimedBy'> },
>(
  items: T[],
  access: EntityAccess,
  credentials: BackstageCredentials,
): Promise<T[]> {
  return Promise.all(
    items.map(async item => {
      const claims = item.match.alsoClaimedBy;
      if (!claims) {
        return item;
      }
      const entityRefs = await access.filterVisible(
        claims.entityRefs,
        credentials,
      );
      const hidden =
        claims.hidden + claims.entityRefs.length - entityRefs.length;
      return {
        ...item,
        match: { ...item.match, alsoClaimedBy: { entityRefs, hidden } },
      };
    }),
  );
}
