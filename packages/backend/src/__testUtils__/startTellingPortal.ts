import {
  coreServices,
  createServiceFactory,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import multicluster from '@fairway/backstage-plugin-multicluster-backend';
import karmada from '@fairway/backstage-plugin-multicluster-backend-module-karmada';
import { secretWorld } from './secretWorld';

/** May use the cluster proxy and read the members of the embedded world. */
const USER = 'user:default/olivia';

type Tell = (...items: unknown[]) => void;

/** The plugin with its Karmada source, and everything that it lets out: responses, log lines and audit events. */
export async function startTellingPortal(options: {
  knex: Awaited<ReturnType<TestDatabases['init']>>;
  controlPlanes: ReturnType<typeof secretWorld.controlPlanes>;
  entity: Entity;
}) {
  const told: string[] = [];
  const tell: Tell = (...items) => {
    told.push(...items.map(toText));
  };
  const { knex, controlPlanes, entity } = options;
  const data = { multicluster: { karmada: { controlPlanes } } };
  const backend = await startTestBackend({
    features: [
      multicluster,
      karmada,
      ...tellingServices(tell),
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => knex }),
      }),
      catalogServiceMock.factory({ entities: [entity] }),
      mockServices.rootConfig.factory({ data }),
    ],
  });
  return {
    told,
    async get(path: string): Promise<any> {
      const port = backend.server.port();
      const response = await fetch(
        `http://127.0.0.1:${port}/api/multicluster/v1${path}`,
        { headers: { Authorization: mockCredentials.user.header(USER) } },
      );
      const text = await response.text();
      tell(text, [...response.headers]);
      const type = response.headers.get('content-type') ?? '';
      return type.startsWith('application/json') ? JSON.parse(text) : text;
    },
    stop: () => backend.stop(),
  };
}

function tellingServices(tell: Tell) {
  return [
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => tellingLogger(tell),
    }),
    createServiceFactory({
      service: coreServices.auditor,
      deps: {},
      factory: () => ({
        async createEvent({ eventId, meta }) {
          tell(eventId, meta);
          return {
            success: async event => tell(event),
            fail: async ({ error, meta: failed }) => tell(error, failed),
          };
        },
      }),
    }),
  ];
}

function tellingLogger(tell: Tell): LoggerService {
  const logger: LoggerService = {
    error: tell,
    warn: tell,
    info: tell,
    debug: tell,
    child: () => logger,
  };
  return logger;
}

function toText(item: unknown): string {
  return item instanceof Error
    ? `${item.stack} ${JSON.stringify({ ...item })}`
    : JSON.stringify(item) ?? '';
}
