import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { multiclusterSourcesExtensionPoint } from '@fairway/backstage-plugin-multicluster-node';
import { registerSources } from './registerSources';

/**
 * Adds the instances under `multicluster.sampleTool.instances` to the multicluster plugin.
 *
 * @public
 */
export const multiclusterModuleSampleTool = createBackendModule({
  pluginId: 'multicluster',
  moduleId: 'sample-tool',
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
