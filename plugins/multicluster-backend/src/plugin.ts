import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { multiclusterSourcesExtensionPoint } from '@fairway/backstage-plugin-multicluster-node';
import { toError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { SourceRegistry } from './service/SourceRegistry';
import { startMulticluster } from './service/startMulticluster';

/**
 * The multicluster back end: keeps an inventory of what its sources report and answers where services run.
 *
 * @public
 */
export const multiclusterPlugin = createBackendPlugin({
  pluginId: 'multicluster',
  register(env) {
    const sources = new SourceRegistry();
    env.registerExtensionPoint({
      extensionPoint: multiclusterSourcesExtensionPoint,
      factory: context => ({
        addSource(source) {
          try {
            sources.add(source);
          } catch (error) {
            context.reportModuleStartupFailure({ error: toError(error) });
          }
        },
        addBrokenSource(source) {
          sources.addBroken(source);
        },
      }),
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        auth: coreServices.auth,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        await startMulticluster({ ...deps, sources });
      },
    });
  },
});
