import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { multiclusterSourcesExtensionPoint } from '@fairway/backstage-plugin-multicluster-node';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { approvalFailpointExtensionPoint } from './approvals/engine/approvalFailpointExtensionPoint';
import { Failpoint } from './approvals/engine/Failpoint';
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
      factory: () => ({
        addSource(source) {
          sources.add(source);
        },
        addBrokenSource(source) {
          sources.addBroken(source);
        },
      }),
    });
    let failpoint: Failpoint | undefined;
    env.registerExtensionPoint({
      extensionPoint: approvalFailpointExtensionPoint,
      factory: () => ({
        set(given) {
          failpoint = given;
        },
      }),
    });
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        await startMulticluster({ ...deps, sources, failpoint });
      },
    });
  },
});
