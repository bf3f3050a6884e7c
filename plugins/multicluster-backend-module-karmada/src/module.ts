import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { multiclusterSourcesExtensionPoint } from '@fairway/backstage-plugin-multicluster-node';
import { registerSources } from './registerSources';

/**
 * Adds the control planes under `multicluster.karmada.controlPlanes` to the multicluster plugin.
 *
 * @public
 */
export const multiclusterModuleKarmada = createBackendModule({
  pluginId: 'multicluster',
  moduleId: 'karmada',
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
