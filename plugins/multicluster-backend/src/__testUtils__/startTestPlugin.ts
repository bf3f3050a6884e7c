import {
  createBackendModule,
  createServiceFactory,
  coreServices,
  BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  DeliverySource,
  multiclusterSourcesExtensionPoint,
} from '@fairway/backstage-plugin-multicluster-node';
import { JsonObject } from '@backstage/types';
import knexFactory, { Knex } from 'knex';
import multiclusterPlugin from '..';
import { BrokenSource } from '../service/SourceRegistry';

/** The plugin in a real back end, with a database of its own. */
export interface TestPlugin {
  server: TestBackend['server'];
  knex: Knex;
  stop(): Promise<void>;
}

/** Starts {@link TestPlugin}; the caller must stop it. */
export async function startTestPlugin(options: {
  entities?: Entity[];
  config?: JsonObject;
  sources?: DeliverySource[];
  brokenSources?: BrokenSource[];
  features?: BackendFeature[];
  /** File of the database; in memory where it is absent. */
  database?: string;
}): Promise<TestPlugin> {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: options.database ?? ':memory:',
    useNullAsDefault: true,
  });
  const backend = await startTestBackend({
    features: [
      multiclusterPlugin,
      sourcesModule(
        options.sources ?? [fakeSource()],
        options.brokenSources ?? [],
      ),
      catalogServiceMock.factory({ entities: options.entities ?? [] }),
      mockServices.rootConfig.factory({ data: options.config ?? {} }),
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => knex }),
      }),
      ...(options.features ?? []),
    ],
  });
  return {
    server: backend.server,
    knex,
    async stop() {
      await backend.stop();
      await knex.destroy();
    },
  };
}

/** A source that observes nothing. */
export function fakeSource(partial?: Partial<DeliverySource>): DeliverySource {
  return { id: 'prod', type: 'fake', ...partial };
}

function sourcesModule(sources: DeliverySource[], broken: BrokenSource[]) {
  return createBackendModule({
    pluginId: 'multicluster',
    moduleId: 'test-sources',
    register(reg) {
      reg.registerInit({
        deps: { extension: multiclusterSourcesExtensionPoint },
        async init({ extension }) {
          sources.forEach(source => extension.addSource(source));
          broken.forEach(source => extension.addBrokenSource(source));
        },
      });
    },
  });
}
