import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { multiclusterSourcesExtensionPoint } from '@fairway/backstage-plugin-multicluster-node';
import { PipecdActAs } from './PipecdActAs';
import { pipecdActAsExtensionPoint } from './pipecdActAsExtensionPoint';
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
    let actAs: PipecdActAs | undefined;
    reg.registerExtensionPoint(pipecdActAsExtensionPoint, {
      setActAs(given) {
        if (actAs) {
          throw new ConflictError('Something acts as people at PipeCD already');
        }
        actAs = given;
      },
    });
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: multiclusterSourcesExtensionPoint,
      },
      async init({ config, sources }) {
        registerSources(config, sources, { actAs });
      },
    });
  },
});
