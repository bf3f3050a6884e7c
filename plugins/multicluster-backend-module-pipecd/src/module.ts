import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { multiclusterSourcesExtensionPoint } from '@fairway/backstage-plugin-multicluster-node';
import { registerSources } from './registerSources';

/**
 * Adds the projects under `multicluster.pipecd.controlPlanes` to the multicluster plugin.
 *
 * @public
 */
export const multiclusterModulePipecd = createBackendModule({
  pluginId: 'multicluster',
  moduleId: 'pipecd',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: multiclusterSourcesExtensionPoint,
      },
      async init({ config, sources }) {
        registerSources(config, sources);
      },
    });
  },
});
