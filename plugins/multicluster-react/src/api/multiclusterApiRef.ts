import { createApiRef } from '@backstage/frontend-plugin-api';
import { MulticlusterApi } from '@fairway/backstage-plugin-multicluster-common';

/**
 * The API of the multicluster back end. The same ref serves both front-end systems.
 *
 * @public
 */
export const multiclusterApiRef = createApiRef<MulticlusterApi>().with({
  id: 'plugin.multicluster.service',
  pluginId: 'multicluster',
});
