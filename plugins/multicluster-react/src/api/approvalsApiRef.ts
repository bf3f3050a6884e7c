import { createApiRef } from '@backstage/frontend-plugin-api';
import { ApprovalsApi } from '@fairway/backstage-plugin-multicluster-common';

/**
 * Approvals, lanes and the trail of the multicluster back end. The same ref serves both front-end systems.
 *
 * @public
 */
export const approvalsApiRef = createApiRef<ApprovalsApi>().with({
  id: 'plugin.multicluster.approvals',
  pluginId: 'multicluster',
});
