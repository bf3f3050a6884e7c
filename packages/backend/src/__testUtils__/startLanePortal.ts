import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  BackendFeature,
  coreServices,
  createServiceFactory,
  DatabaseService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import multicluster from '@fairway/backstage-plugin-multicluster-backend';
import karmada from '@fairway/backstage-plugin-multicluster-backend-module-karmada';
import {
  ActionPreview,
  ApprovalDetails,
  ApprovalList,
  ApprovalRequest,
  Lane,
  LaneList,
  RestoredLane,
} from '@fairway/backstage-plugin-multicluster-common';
import { LaneEntry } from './laneHarness';
import { laneWorld } from './laneWorld';

interface Answer<Body> {
  status: number;
  body: Body;
}

/** The plugin with its Karmada source, over a database, and people who arm lanes and vote. */
export async function startLanePortal(options: {
  database: Pick<DatabaseService, 'getClient'>;
  /** How the control plane `karmada` is read and changed. */
  entry: LaneEntry;
  approvals?: typeof laneWorld.approvals;
  features?: BackendFeature[];
}) {
  const data = {
    permission: { enabled: true },
    multicluster: {
      environments: [{ name: 'production', clusters: { names: ['*'] } }],
      approvals: options.approvals ?? laneWorld.approvals,
      karmada: { controlPlanes: [{ name: 'karmada', ...options.entry }] },
    },
  };
  const backend = await startTestBackend({
    features: [
      multicluster,
      karmada,
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => options.database,
      }),
      mockServices.permissions.factory({ result: 'ALLOW' as never }),
      catalogServiceMock.factory({ entities: laneWorld.entities }),
      mockServices.rootConfig.factory({ data }),
      ...(options.features ?? []),
    ],
  });

  async function call<Body>(
    name: string,
    method: string,
    path: string,
    more: { body?: object; ifMatch?: string } = {},
  ): Promise<Answer<Body>> {
    const response = await fetch(
      `http://127.0.0.1:${backend.server.port()}/api/multicluster/v1${path}`,
      {
        method,
        headers: {
          Authorization: mockCredentials.user.header(`user:default/${name}`),
          'Content-Type': 'application/json',
          'Idempotency-Key': randomUUID(),
          ...(more.ifMatch && { 'If-Match': more.ifMatch }),
        },
        ...(more.body && { body: JSON.stringify(more.body) }),
      },
    );
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : {} };
  }

  const portal = {
    call,

    async lanes(): Promise<Lane[]> {
      // Whose a workload is becomes known when somebody looks.
      await call('paul', 'GET', '/entities/default/component/shop/topology');
      const path = '/lanes?entityRefs=component:default/shop';
      return (await call<LaneList>('paul', 'GET', path)).body.items;
    },

    async manage(
      action: 'arm' | 'disarm',
      id: string,
    ): Promise<Answer<ActionPreview>> {
      const path = `/lanes/${id}/actions/${action}`;
      const look = await call<ActionPreview>('paul', 'POST', path, {
        body: { dryRun: true },
      });
      if (look.body.checks.some(({ ok }) => !ok)) {
        return look;
      }
      const { resourceVersion } = look.body;
      return call('paul', 'POST', path, {
        body: { dryRun: false, reason: 'a test', resourceVersion },
      });
    },

    /** The request of the lane once it is as wanted. */
    async request(
      holds: (request: ApprovalRequest) => boolean = () => true,
    ): Promise<ApprovalRequest> {
      return eventually(async () => {
        const { body } = await call<ApprovalList>(
          'paul',
          'GET',
          '/approvals?scope=all',
        );
        const [first] = body.items;
        if (!first) {
          return undefined;
        }
        const request = await portal.read(first.request.id);
        return holds(request) ? request : undefined;
      });
    },

    async read(id: string): Promise<ApprovalRequest> {
      const path = `/approvals/${id}`;
      const { body } = await call<ApprovalDetails>('paul', 'GET', path);
      return body.item.request;
    },

    async vote(
      name: string,
      { id, etag, subjectDigest }: ApprovalRequest,
      decision: 'approve' | 'reject' = 'approve',
    ): Promise<Answer<unknown>> {
      return call(name, 'POST', `/approvals/${id}/votes`, {
        ifMatch: etag,
        body: { decision, subjectDigest },
      });
    },

    /** Both owners approve what the request shows. */
    async approve(request: ApprovalRequest): Promise<void> {
      await portal.vote('olivia', request);
      await portal.vote('noor', await portal.read(request.id));
    },

    /** Restores what a lane offers, looking again while that changes. Gives the id of the request. */
    async restore(
      name: string,
      look: () => Promise<Lane>,
      reason: string,
    ): Promise<string> {
      return eventually(async () => {
        const { id, restore } = await look();
        if (!restore) {
          return undefined;
        }
        const { status, body } = await call<
          Partial<RestoredLane> & { error?: { code: string } }
        >(name, 'POST', `/lanes/${id}/restore`, {
          ifMatch: restore.etag,
          body: { reason },
        });
        if (status !== 200 && body.error?.code !== 'SUBJECT_CHANGED') {
          throw new Error(`Not restored: ${JSON.stringify(body)}`);
        }
        return body.requestId;
      });
    },

    stop: () => backend.stop(),
  };
  return portal;
}

/** Reads until there is something. */
export async function eventually<T>(
  read: () => Promise<T | undefined | false>,
  ms = 90_000,
): Promise<T> {
  const end = performance.now() + ms;
  let last: unknown;
  while (performance.now() < end) {
    try {
      const value = await read();
      if (value) {
        return value;
      }
    } catch (error) {
      last = error;
    }
    await sleep(200);
  }
  throw new Error(`It never came to be (${last})`);
}
