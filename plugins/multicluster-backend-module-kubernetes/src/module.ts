import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { multiclusterSourcesExtensionPoint } from '@fairway/backstage-plugin-multicluster-node';
import { registerSources } from './registerSources';

/**
 * Adds the clusters under `multicluster.kubernetes` to the multicluster plugin, each as a source of its own.
 *
 * @public
 */
export const multiclusterModuleKubernetes = createBackendModule({
  pluginId: 'multicluster',
  moduleId: 'kubernetes',
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
