import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import multicluster from '@fairway/backstage-plugin-multicluster-backend';
import { multiclusterSourcesExtensionPoint } from '@fairway/backstage-plugin-multicluster-node';
import { approvalFailpoint } from './approvalFailpoint';
import { toolSource } from './toolSource';

// A whole back end in a process of its own, to be killed. Its argument is the JSON of what it is started with. Who people are
// and what they may is made up; everything else is as in production.
const { config, entities, tool, point, skip } = JSON.parse(process.argv[2]);

let passed = 0;

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
        failpoint.set(name => {
          if (name === point && passed++ >= skip) {
            // Nothing runs after it: no handler, no flush, no farewell to the database.
            process.kill(process.pid, 'SIGKILL');
          }
        });
      },
    });
  },
});

const backend = createBackend();
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
  () => process.send?.('started'),
  () => process.exit(2),
);
