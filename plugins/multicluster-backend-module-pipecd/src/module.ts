import { createBackendModule } from '@backstage/backend-plugin-api';

/**
 * Adds the projects under `multicluster.pipecd.controlPlanes` to the multicluster plugin.
 *
 * @public
 */
export const multiclusterModulePipecd = createBackendModule({
  pluginId: 'multicluster',
  moduleId: 'pipecd',
  register() {},
});
