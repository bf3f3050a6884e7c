import { createSpecializedBackend } from '@backstage/backend-app-api';
import {
  actionsRegistryServiceFactory,
  metricsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import { auditorServiceFactory } from '@backstage/backend-defaults/auditor';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { discoveryServiceFactory } from '@backstage/backend-defaults/discovery';
import { httpRouterServiceFactory } from '@backstage/backend-defaults/httpRouter';
import { lifecycleServiceFactory } from '@backstage/backend-defaults/lifecycle';
import { loggerServiceFactory } from '@backstage/backend-defaults/logger';
import { permissionsRegistryServiceFactory } from '@backstage/backend-defaults/permissionsRegistry';
import { rootHealthServiceFactory } from '@backstage/backend-defaults/rootHealth';
import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { rootLifecycleServiceFactory } from '@backstage/backend-defaults/rootLifecycle';
import { rootLoggerServiceFactory } from '@backstage/backend-defaults/rootLogger';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import multicluster from '@fairway/backstage-plugin-multicluster-backend';
import { multiclusterSourcesExtensionPoint } from '@fairway/backstage-plugin-multicluster-node';
import { flushCompileCache } from 'node:module';
import os from 'node:os';
import { approvalFailpoint } from './approvalFailpoint';
import { planeSource } from './planeSource';
import { toolSource } from './toolSource';

// A whole back end in a process of its own, to be killed. Its argument is the JSON of what it is started with. Who people are
// and what they may is made up; everything else is as in production.
const { config, entities, tool, plane, host } = JSON.parse(process.argv[2]);
if (host) {
  // Replicas know each other by the names of their hosts, and may look after processes of their own host alone.
  os.hostname = () => host;
}

let death: { point?: string; skip: number } | undefined;
process.on('message', (given: typeof death) => {
  death = given;
});

const source = createBackendModule({
  pluginId: 'multicluster',
  moduleId: 'crash-tool',
  register(env) {
    env.registerInit({
      deps: {
        sources: multiclusterSourcesExtensionPoint,
        failpoint: approvalFailpoint,
      },
      async init({ sources, failpoint }) {
        sources.addSource(toolSource(tool));
        sources.addSource(planeSource(plane));
        failpoint.set(name => {
          if (death?.point === name && death.skip-- <= 0) {
            // Nothing runs after it: no handler, no flush, no farewell to the database.
            process.kill(process.pid, 'SIGKILL');
          }
        });
      },
    });
  },
});

// What `createBackend` starts a back end with, but for what this plugin does not use: reading all of it takes longer than the rest.
const backend = createSpecializedBackend({
  defaultServiceFactories: [
    actionsRegistryServiceFactory,
    auditorServiceFactory,
    databaseServiceFactory,
    discoveryServiceFactory,
    eventsServiceFactory,
    httpRouterServiceFactory,
    lifecycleServiceFactory,
    loggerServiceFactory,
    metricsServiceFactory,
    permissionsRegistryServiceFactory,
    rootHealthServiceFactory,
    rootHttpRouterServiceFactory,
    rootLifecycleServiceFactory,
    rootLoggerServiceFactory,
    schedulerServiceFactory,
  ],
});
backend.add(multicluster);
backend.add(source);
backend.add(catalogServiceMock.factory({ entities }));
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(mockServices.userInfo.factory());
backend.add(
  createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: () => {
      const allowed = { result: AuthorizeResult.ALLOW } as const;
      const all = async (requests: unknown[]) => requests.map(() => allowed);
      return { authorize: all, authorizeConditional: all };
    },
  }),
);
backend.add(
  createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () => new ConfigReader(config),
  }),
);
// Whoever started it is gone: it must not outlive its test.
process.once('disconnect', () => process.exit(1));
backend.start().then(
  () => {
    process.send?.('started');
    // A process that is killed writes nothing when it ends.
    flushCompileCache();
  },
  () => process.exit(2),
);
