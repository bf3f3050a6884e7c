import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { WorkloadMatch } from '@fairway/backstage-plugin-multicluster-common';
import { EntityAccess } from './EntityAccess';

/** Names other claims only as far as the caller may see the entities; the rest is counted. */
export async function nameVisibleClaims<T extends { match: WorkloadMatch }>(
  workloads: T[],
  access: EntityAccess,
  credentials: BackstageCredentials,
): Promise<T[]> {
  return Promise.all(
    workloads.map(async workload => {
      const claims = workload.match.alsoClaimedBy;
      if (!claims) {
        return workload;
      }
      const seen = await Promise.all(
        claims.entityRefs.map(ref => access.visible(ref, credentials)),
      );
      const entityRefs = claims.entityRefs.filter(
        (_, index) => seen[index] !== undefined,
      );
      const hidden =
        claims.hidden + claims.entityRefs.length - entityRefs.length;
      return {
        ...workload,
        match: { ...workload.match, alsoClaimedBy: { entityRefs, hidden } },
      };
    }),
  );
}
