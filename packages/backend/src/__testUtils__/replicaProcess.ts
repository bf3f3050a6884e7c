import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import multicluster from '@fairway/backstage-plugin-multicluster-backend';
import karmada from '@fairway/backstage-plugin-multicluster-backend-module-karmada';

// A whole back end in a process of its own, to be stopped or killed. Its argument is the JSON of its configuration and of
// its catalog. It says `loaded`, and starts when it is told to.
const { config, entities } = JSON.parse(process.argv[2]);

process.once('message', () => {
  const backend = createBackend();
  backend.add(multicluster);
  backend.add(karmada);
  backend.add(catalogServiceMock.factory({ entities }));
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(config),
    }),
  );
  void backend.start();
});
// Whoever started it is gone: it must not outlive its test.
process.once('disconnect', () => process.exit(1));
process.send?.('loaded');
