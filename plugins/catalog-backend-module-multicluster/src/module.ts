import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { MulticlusterClient } from '@fairway/backstage-plugin-multicluster-common';
import { ClusterEntityProvider } from './ClusterEntityProvider';

/**
 * Clusters of the multicluster plugin as Resource entities of type `kubernetes-cluster`.
 *
 * @public
 */
export const catalogModuleMulticluster = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'multicluster',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, catalog, config, discovery, logger, scheduler }) {
        const section = config.getOptionalConfig(
          'catalog.providers.multicluster',
        );
        const schedule = section?.has('schedule')
          ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
              section.getConfig('schedule'),
            )
          : {
              frequency: { minutes: 5 },
              timeout: { minutes: 2 },
              initialDelay: { seconds: 20 },
            };
        catalog.addEntityProvider(
          ClusterEntityProvider.create({
            api: new MulticlusterClient({ discoveryApi: discovery }),
            auth,
            logger,
            taskRunner: scheduler.createScheduledTaskRunner(schedule),
            owner: section?.getOptionalString('owner') ?? 'unknown',
            namespace: section?.getOptionalString('namespace'),
          }),
        );
      },
    });
  },
});
