import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { EntityAccess } from '../EntityAccess';

/** Leaves out of requests the entities that their reader may not see in the catalog. */
export async function visibleApprovals(
  items: ApprovalItem[],
  access: EntityAccess,
  credentials: BackstageCredentials,
): Promise<ApprovalItem[]> {
  return Promise.all(
    items.map(async item => ({
      ...item,
      request: {
        ...item.request,
        entityRefs: await access.filterReadable(
          item.request.entityRefs,
          credentials,
        ),
      },
    })),
  );
}
