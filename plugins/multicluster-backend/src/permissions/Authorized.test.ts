import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  Sentence,
  sentence,
  WorkloadRow,
} from '@fairway/backstage-plugin-multicluster-common';
import { DetailReader } from '../service/DetailService';
import { TopologyReader } from '../service/TopologyService';
import { WorkloadReader } from '../service/WorkloadService';
import { component } from '../__testUtils__/shopWorld';
import { AuthorizedDetailService } from './AuthorizedDetailService';
import { AuthorizedTopologyService } from './AuthorizedTopologyService';
import { AuthorizedWorkloadService } from './AuthorizedWorkloadService';
import { EntityAccess } from './EntityAccess';

const coverage = { seen: 0, total: 0, stale: 0, problems: [] };
const credentials: BackstageCredentials = mockCredentials.user();

/** Access for somebody with these permissions, as `name` or `name entity`. */
function accessOf(...granted: string[]): EntityAccess {
  return EntityAccess.create({
    // A catalog in which the caller sees these two and no other entity.
    catalog: catalogServiceMock({
      entities: [component('shop', {}), component('cart', {})],
    }),
    permissions: mockServices.permissions.mock({
      authorize: async requests =>
        requests.map((request): DefinitivePolicyDecision => {
          const ref = 'resourceRef' in request ? ` ${request.resourceRef}` : '';
          const name = request.permission.name.replace('multicluster.', '');
          return {
            result: granted.includes(`${name}${ref}`)
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
          };
        }),
    }),
  });
}

const SHOP = 'component:default/shop';
const CART = 'component:default/cart';
const HIDDEN = 'component:default/hidden';

function workloadReader(
  entities: Array<{ entityRef: string; confirmed: boolean }> | undefined,
) {
  return {
    list: jest.fn(async () => ({
      coverage,
      total: 1,
      items: [
        { name: 'shop', entityRefs: [SHOP, HIDDEN] } as unknown as WorkloadRow,
      ],
    })),
    workload: jest.fn(async () => ({
      coverage,
      entityRefs: [SHOP, HIDDEN],
      workload: { match: {} as { reason?: Sentence } },
      chain: { nodes: [], edges: [] },
      history: [],
    })),
    entitiesOf: jest.fn(async () => entities),
    entitiesOwnedBy: jest.fn(async () => [SHOP, CART, HIDDEN]),
  };
}

describe('AuthorizedWorkloadService', () => {
  const open = (
    reader: ReturnType<typeof workloadReader>,
    ...granted: string[]
  ) =>
    AuthorizedWorkloadService.create({
      reader: reader as unknown as WorkloadReader,
      access: accessOf(...granted),
    });

  it('lists everything to the fleet team, and names only entities they may see', async () => {
    const reader = workloadReader([]);
    const list = await open(reader, 'fleet.read').list({}, { credentials });
    expect(reader.list).toHaveBeenCalledWith({ entityRefs: undefined });
    expect(list.items[0].entityRefs).toEqual([SHOP]);
  });

  it('lists to others what belongs to entities that they see and may read', async () => {
    const reader = workloadReader([]);
    await open(reader, `topology.read ${SHOP}`, `topology.read ${HIDDEN}`).list(
      { ownedBy: ['group:default/a'] },
      { credentials },
    );
    expect(reader.list).toHaveBeenCalledWith({ entityRefs: [SHOP] });
  });

  it('narrows owners and entities by each other', async () => {
    const reader = workloadReader([]);
    await open(reader, 'fleet.read').list(
      {
        ownedBy: ['group:default/a'],
        entityRefs: [CART, 'component:default/x'],
      },
      { credentials },
    );
    expect(reader.list).toHaveBeenCalledWith({ entityRefs: [CART] });
  });

  it('answers the fleet team about no entity they may not see', async () => {
    const reader = workloadReader([]);
    const service = open(reader, 'fleet.read');
    await service.list({ ownedBy: ['group:default/a'] }, { credentials });
    expect(reader.list).toHaveBeenLastCalledWith({ entityRefs: [SHOP, CART] });
    await service.list({ entityRefs: [HIDDEN] }, { credentials });
    expect(reader.list).toHaveBeenLastCalledWith({ entityRefs: [] });
  });

  it.each([
    [HIDDEN, 'match.claimedUnseen'],
    [SHOP, 'match.claimed'],
  ])(
    'does not name %s in a reason unless it may be seen',
    async (ref, code) => {
      const reader = workloadReader([]);
      const reason = sentence('match.claimed', { entity: ref });
      reader.workload.mockResolvedValue({
        coverage,
        entityRefs: [SHOP, HIDDEN],
        workload: { match: { reason } },
        chain: { nodes: [], edges: [] },
        history: [],
      });
      const detail = await open(reader, 'fleet.read').workload('id', {
        credentials,
      });
      expect(detail.workload.match.reason.code).toBe(code);
      expect(JSON.stringify(detail)).not.toContain(HIDDEN);
    },
  );

  it('refuses to list the fleet to others', async () => {
    const reader = workloadReader([]);
    await expect(
      open(reader, `topology.read ${SHOP}`).list({}, { credentials }),
    ).rejects.toMatchObject({ name: 'NotAllowedError', code: 'fleet-denied' });
    expect(reader.list).not.toHaveBeenCalled();
  });

  it.each([
    [
      'the owner of a confirmed entity',
      [{ entityRef: SHOP, confirmed: true }],
      [`topology.read ${SHOP}`],
      true,
    ],
    [
      'the owner of a claiming entity',
      [{ entityRef: SHOP, confirmed: false }],
      [`topology.read ${SHOP}`],
      false,
    ],
    [
      'somebody with a right on an entity they do not see',
      [{ entityRef: HIDDEN, confirmed: true }],
      [`topology.read ${HIDDEN}`],
      false,
    ],
    [
      'the owner of another entity',
      [{ entityRef: CART, confirmed: true }],
      [`topology.read ${SHOP}`],
      false,
    ],
    [
      'the fleet team, of a workload that is nobody’s',
      [],
      ['fleet.read'],
      true,
    ],
  ])('shows a workload to %s: %#', async (_, entities, granted, shown) => {
    const reader = workloadReader(entities);
    const result = await open(reader, ...granted)
      .workload('id', { credentials })
      .then(
        detail => detail.entityRefs,
        error => error.code,
      );
    expect(result).toEqual(shown ? [SHOP] : 'workload-not-found');
    expect(reader.workload).toHaveBeenCalledTimes(shown ? 1 : 0);
  });
});

describe('AuthorizedDetailService', () => {
  const confirmed = [{ entityRef: SHOP, confirmed: true }];
  const claimed = [{ entityRef: SHOP, confirmed: false }];
  const all = [
    `topology.read ${SHOP}`,
    `detail.read ${SHOP}`,
    `log.read ${SHOP}`,
  ];

  it.each([
    ['granted', confirmed, all, 'read', 'read'],
    [
      'granted but for logs',
      confirmed,
      all.slice(0, 2),
      'read',
      'detail-denied',
    ],
    [
      'granted but for details',
      confirmed,
      [all[0], all[2]],
      'detail-denied',
      'read',
    ],
    [
      'without topology',
      confirmed,
      all.slice(1),
      'workload-not-found',
      'workload-not-found',
    ],
    [
      'on a mere claim',
      claimed,
      all,
      'workload-not-found',
      'workload-not-found',
    ],
    [
      'on a mere claim, by the fleet team',
      claimed,
      [...all, 'fleet.read'],
      'match-not-confirmed',
      'match-not-confirmed',
    ],
    [
      'of nothing',
      undefined,
      [...all, 'fleet.read'],
      'workload-not-found',
      'workload-not-found',
    ],
  ])('details and logs, %s', async (_, entities, granted, details, logs) => {
    const reader: DetailReader = {
      read: async () => [],
      log: async () => (async function* none() {})(),
    };
    const service = AuthorizedDetailService.create({
      reader,
      workloads: workloadReader(entities),
      access: accessOf(...granted),
    });
    const outcome = (answer: Promise<unknown>) =>
      answer.then(
        () => 'read',
        error => error.code,
      );
    const query = { workloadId: 'w' };
    expect(await outcome(service.read('pods', query, { credentials }))).toBe(
      details,
    );
    expect(
      await outcome(
        service.log(
          { ...query, cluster: 'c', pod: 'p' },
          { credentials, signal: new AbortController().signal },
        ),
      ),
    ).toBe(logs);
  });
});

describe('AuthorizedTopologyService', () => {
  it('names other claims as far as the caller sees the entities, and counts the rest', async () => {
    const reader = {
      read: async () => ({
        entityRef: SHOP,
        coverage,
        match: { state: 'matched', suggestions: [] },
        workloads: [
          {
            match: { alsoClaimedBy: { entityRefs: [CART, HIDDEN], hidden: 0 } },
          },
        ],
      }),
    };
    const service = AuthorizedTopologyService.create({
      reader: reader as unknown as TopologyReader,
      access: accessOf(`topology.read ${SHOP}`),
    });
    const view = await service.entityTopology(SHOP, { credentials });
    expect(view.workloads[0].match.alsoClaimedBy).toEqual({
      entityRefs: [CART],
      hidden: 1,
    });
  });
});
