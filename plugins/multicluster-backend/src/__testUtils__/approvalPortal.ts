import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BackstageCredentials,
  coreServices,
  createServiceFactory,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  ClustersFacet,
  LanesFacet,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import { etagOf } from '../approvals/engine/etagOf';
import { RequestRecord } from '../approvals/model/RequestRecord';
import {
  createMulticlusterApprovalConditionalDecision as conditional,
  multiclusterApprovalConditions as conditions,
} from '../permissions/approval/multiclusterApprovalPolicies';
import { fakeFleet } from './fakeFleet';
import { seedApproval } from './seedApproval';
import { seedOwner } from './seedOwner';
import { component } from './shopWorld';
import { fakeSource, startTestPlugin, TestPlugin } from './startTestPlugin';

/** Who calls. */
export type Caller =
  | 'owner'
  | 'other-team'
  | 'claimed-only-owner'
  | 'approver'
  | 'requester'
  | 'admin'
  | 'guest'
  | 'service'
  | 'agent'
  | 'nobody';

const GROUPS: Partial<Record<Caller, string[]>> = {
  owner: ['shop-team'],
  'other-team': ['other-team'],
  'claimed-only-owner': ['cart-team'],
  approver: ['sre'],
  requester: ['shop-team'],
  admin: ['platform'],
};

/** Everything there is of approvals in a back end, with people and a policy of the permission framework. */
export interface ApprovalPortal {
  plugin: TestPlugin;
  seed(partial?: Partial<RequestRecord>): Promise<RequestRecord>;
  call(
    caller: Caller,
    method: 'get' | 'post' | 'delete',
    path: string,
  ): request.Test;
  /** A vote on a request as it was seeded. */
  vote(
    caller: Caller,
    on: RequestRecord,
    more?: { body?: object; key?: string; ifMatch?: string },
  ): request.Test;
  stop(): Promise<void>;
}

/** A policy that asks for no more than any that requests are seeded with. */
const approvals = {
  policies: [
    {
      name: 'production',
      environments: ['production'],
      require: { atLeast: 1, of: { owners: true } },
      separation: { author: true, unmappedAuthor: 'allow' },
      subject: { complete: false },
      recall: { seconds: 0 },
      breakGlass: { reviewWithin: { hours: 1 } },
      exempt: { replicas: false, failover: false, return: false },
    },
  ],
};

/** Owners of entities, as the policy of the permission framework sees them. */
const OWNERS: Record<string, string> = {
  'component:default/shop': 'shop-team',
  'component:default/cart': 'cart-team',
};
/** What owners may with their entities. */
const OF_OWNERS = ['multicluster.topology.read', 'multicluster.lane.restore'];

/**
 * As the permission back end would decide: owners read and vote on what is theirs, approvers everywhere, and see the fleet; admins do
 * anything. Of a service the framework asks no policy.
 */
const permissionPolicy = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: (): PermissionsService => ({
    authorize: async (requests, { credentials }) =>
      requests.map(({ permission, resourceRef }) => ({
        result: isGranted(permission.name, resourceRef, credentials)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      })),
    authorizeConditional: async (requests, { credentials }) =>
      requests.map(({ permission }) => decide(permission.name, credentials)),
  }),
});

/** Starts {@link ApprovalPortal} on a database of its own, in a file because one in memory refuses votes. */
export async function startApprovalPortal(options: {
  config?: JsonObject;
  permissions?: boolean;
  /** Of approvals. */
  enabled?: boolean;
  /** False: the database is in memory. */
  durable?: boolean;
  /** Of the source `prod`. */
  lanes?: LanesFacet;
  /** Of the source `prod`, beside its lanes. */
  clusters?: ClustersFacet;
}): Promise<ApprovalPortal> {
  const { permissions = true, enabled = true, durable = true } = options;
  const { lanes, clusters } = options;
  const folder = await mkdtemp(join(tmpdir(), 'approvals-'));
  const plugin = await startTestPlugin({
    ...(durable && { database: join(folder, 'test.sqlite') }),
    ...(lanes && {
      sources: [fakeSource({ fleet: fakeFleet(), lanes, clusters })],
    }),
    entities: [
      component('shop', {}, 'group:default/shop-team'),
      component('cart', {}, 'group:default/cart-team'),
      ...people(),
    ],
    config: {
      permission: { enabled: permissions },
      multicluster: { approvals: { ...approvals, enabled } },
      ...options.config,
    },
    features: permissions ? [permissionPolicy] : [],
  });
  await seedOwner(
    plugin.knex,
    'component:default/shop',
    'group:default/shop-team',
  );
  await seedOwner(
    plugin.knex,
    'component:default/cart',
    'group:default/cart-team',
  );
  const call: ApprovalPortal['call'] = (caller, method, path) =>
    request(plugin.server)
      [method](`/api/multicluster${path}`)
      .set('Authorization', headerOf(caller));
  let keys = 0;
  return {
    plugin,
    seed: partial =>
      seedApproval(plugin.knex, {
        entities: [
          { entityRef: 'component:default/shop', confirmed: true },
          { entityRef: 'component:default/cart', confirmed: false },
        ],
        ...partial,
      }),
    call,
    vote(caller, on, { body, key, ifMatch } = {}) {
      keys += 1;
      return call(caller, 'post', `/v1/approvals/${on.id}/votes`)
        .set('If-Match', `"${ifMatch ?? etagOf(on)}"`)
        .set('Idempotency-Key', key ?? `key-${keys}`)
        .send({
          decision: 'approve',
          subjectDigest: on.subjectDigest,
          ...body,
        });
    },
    async stop() {
      await plugin.stop();
      await rm(folder, { recursive: true });
    },
  };
}

function refOf(caller: Caller): string {
  return `user:default/${caller === 'requester' ? 'rita' : caller}`;
}

function headerOf(caller: Caller): string {
  switch (caller) {
    case 'nobody':
      return mockCredentials.none.header();
    case 'service':
      return mockCredentials.service.header();
    case 'agent': {
      const token = mockCredentials.user.token(refOf('owner'), {
        actor: { subject: 'external:agent' },
      });
      return `Bearer ${token}`;
    }
    default:
      return mockCredentials.user.header(refOf(caller));
  }
}

function people(): Entity[] {
  const groups = [...new Set(Object.values(GROUPS).flat())];
  return [
    ...groups.map(name => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name, namespace: 'default' },
      spec: { type: 'team', children: [] },
    })),
    ...Object.entries(GROUPS).map(([caller, names]) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: {
        name: refOf(caller as Caller).split('/')[1],
        namespace: 'default',
      },
      spec: { profile: { email: `${caller}@example.com` } },
      relations: names.map(name => ({
        type: 'memberOf',
        targetRef: `group:default/${name}`,
      })),
    })),
  ];
}

function isGranted(
  name: string,
  entityRef: string | undefined,
  credentials: BackstageCredentials,
): boolean {
  if (isUnbounded(credentials) || !name.startsWith('multicluster.')) {
    return true;
  }
  const groups = groupsOf(credentials);
  return OF_OWNERS.includes(name)
    ? groups.includes(OWNERS[entityRef ?? ''])
    : name === 'multicluster.fleet.read' && groups.includes('sre');
}

function decide(
  name: string,
  credentials: BackstageCredentials,
): PolicyDecision {
  if (isUnbounded(credentials)) {
    return { result: AuthorizeResult.ALLOW };
  }
  const groups = groupsOf(credentials);
  if (name === 'multicluster.approval.read' && groups.includes('sre')) {
    return { result: AuthorizeResult.ALLOW };
  }
  if (name === 'multicluster.approval.vote' && groups.includes('sre')) {
    return conditional(
      { name } as never,
      conditions.isInEnvironment({ environments: ['production'] }),
    );
  }
  return name === 'multicluster.approval.read' ||
    name === 'multicluster.approval.vote'
    ? conditional(
        { name } as never,
        conditions.hasEntityOwner({
          claims: groups.map(group => `group:default/${group}`),
        }),
      )
    : { result: AuthorizeResult.DENY };
}

function groupsOf({ principal }: BackstageCredentials): string[] {
  const { userEntityRef } = principal as { userEntityRef?: string };
  const caller = Object.keys(GROUPS).find(
    key => refOf(key as Caller) === userEntityRef,
  ) as Caller | undefined;
  return (caller && GROUPS[caller]) ?? [];
}

function isUnbounded(credentials: BackstageCredentials): boolean {
  const { type } = credentials.principal as { type: string };
  return type === 'service' || isAdmin(credentials);
}

function isAdmin({ principal }: BackstageCredentials): boolean {
  return (
    (principal as { userEntityRef?: string }).userEntityRef === refOf('admin')
  );
}
