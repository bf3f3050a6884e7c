import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import { component } from '../__testUtils__/shopWorld';
import { ClusterActor } from '../service/ClusterActionService';
import { LaneBody, LaneKeeper } from '../service/LaneService';
import { RateLimits } from '../service/RateLimits';
import { ActingReader } from './ActingReader';
import { AuthorizedClusterActionService } from './AuthorizedClusterActionService';
import { AuthorizedLaneService } from './AuthorizedLaneService';
import { EntityAccess } from './EntityAccess';

const SHOP = 'component:default/shop';
const OTHER = 'component:default/other';
const HIDDEN = 'component:default/hidden';
const done = { checks: [], effects: [], done: true };

/** What is behind the services, for somebody with these permissions, as `name` or `name entity`. */
function open(...granted: string[]) {
  const access = EntityAccess.create({
    catalog: catalogServiceMock({
      entities: [component('shop', {}), component('other', {})],
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
      // Nobody may read all of the catalog: each entity is asked for.
      authorizeConditional: async requests =>
        requests.map(() => ({ result: AuthorizeResult.DENY })),
    }),
  });
  const acting = ActingReader.create({
    access,
    callers: {
      read: async () => ({
        userEntityRef: 'user:default/ann',
        ownershipEntityRefs: [],
      }),
    },
    limits: RateLimits.create({ burst: 10, perSecond: 0 }),
    guestCounts: false,
  });
  const lane = {
    id: 'lane-1',
    state: 'open',
    restore: { clusters: ['m1'], basis: 'approved' },
  } as LaneBody;
  /** Absent: as its list names them, of which the caller may see one. */
  const lanesOf: { owners?: string[] } = {};
  const lanes = {
    list: jest.fn(async () => ({
      coverage: { seen: 2, total: 2, stale: 0, problems: [] },
      items: [
        { ...lane, entityRefs: lanesOf.owners ?? [SHOP, HIDDEN] },
        { ...lane, id: 'lane-2', entityRefs: [OTHER] },
      ],
    })),
    ownersOf: async (id: string) =>
      id === 'lane-1' ? lanesOf.owners ?? [SHOP] : undefined,
    manage: jest.fn(async () => done),
    restore: jest.fn(async (): Promise<string | undefined> => undefined),
  } satisfies LaneKeeper;
  const clusters = {
    manage: jest.fn(async () => done),
  } satisfies ClusterActor;
  return {
    lanes,
    lanesOf,
    clusters,
    lane: AuthorizedLaneService.create({
      lanes,
      acting,
      access,
    }),
    /** While approvals are switched off. */
    laneOff: AuthorizedLaneService.create({
      lanes,
      acting,
      access,
      off: 'APPROVALS_DISABLED',
    }),
    cluster: AuthorizedClusterActionService.create({
      clusters,
      acting,
      access,
    }),
  };
}

const user = mockCredentials.user('user:default/ann');
const writing = (credentials: BackstageCredentials) => ({
  credentials,
  idempotency: { key: 'k', fingerprint: 'f' },
});
const arm = { action: 'arm' as const, dryRun: false };
const cordon = { action: 'cordon' as const, dryRun: true };
const member1 = { controlPlane: 'prod', name: 'member1' };

const OTHERS: Array<[string, BackstageCredentials, string]> = [
  ['a service', mockCredentials.service(), 'NOT_A_USER'],
  ['the guest', mockCredentials.user('user:default/guest'), 'GUEST'],
  [
    'an agent',
    mockCredentials.user('user:default/ann', {
      actor: { subject: 'external:agent' },
    }),
    'ACTING_FOR_SOMEBODY',
  ],
];

describe('AuthorizedLaneService', () => {
  it('shows lanes of entities whose topology may be read, and names no other', async () => {
    const { lane, lanes } = open(`topology.read ${SHOP}`);
    const { items } = await lane.list(
      { entityRefs: [SHOP, HIDDEN] },
      { credentials: user },
    );
    expect(lanes.list).toHaveBeenCalledWith({ entityRefs: [SHOP] });
    expect(items[0].entityRefs).toEqual([SHOP]);
    expect(items[0].can.arm).toMatchObject({
      allowed: false,
      code: 'NOT_PERMITTED',
    });
  });

  it('answers whoever restores with the name of the request alone, and passes on what they looked at', async () => {
    const { lane, lanes } = open('fleet.read', `lane.restore ${SHOP}`);
    lanes.restore.mockResolvedValue('r1');
    const restored = await lane.restore(
      'lane-1',
      { reason: 'It was well' },
      { ...writing(user), ifMatch: 'e1' },
    );
    expect(restored).toEqual({ requestId: 'r1' });
    expect(lanes.restore).toHaveBeenCalledWith(
      'lane-1',
      { reason: 'It was well', ifMatch: 'e1' },
      expect.objectContaining({
        evidence: {
          permission: 'multicluster.lane.restore',
          result: 'ALLOW',
          entityRefs: [SHOP],
        },
      }),
    );
  });

  const both = [`lane.restore ${SHOP}`, `lane.restore ${OTHER}`];

  it.each`
    granted                       | owners           | restores | why
    ${[both[0]]}                  | ${[SHOP]}        | ${true}  | ${'an owner'}
    ${[]}                         | ${[SHOP]}        | ${false} | ${'a reader'}
    ${['lane.manage']}            | ${[SHOP]}        | ${false} | ${'whoever arms lanes of others'}
    ${[both[0]]}                  | ${[SHOP, OTHER]} | ${false} | ${'the owner of one of two'}
    ${both}                       | ${[SHOP, OTHER]} | ${true}  | ${'the owner of both'}
    ${['lane.restore ']}          | ${[]}            | ${false} | ${"nobody in particular, where it is nobody's"}
    ${['lane.manage']}            | ${[]}            | ${true}  | ${"whoever arms lanes, where it is nobody's"}
    ${[`lane.restore ${HIDDEN}`]} | ${[HIDDEN]}      | ${false} | ${'whoever may not see the entity'}
  `('lets $why restore: $restores', async ({ granted, owners, restores }) => {
    const { lane, lanes, lanesOf } = open('fleet.read', ...granted);
    lanesOf.owners = owners;
    lanes.restore.mockResolvedValue('r1');
    const refusal = await lane
      .restore('lane-1', { reason: 'x' }, { ...writing(user), ifMatch: 'e1' })
      .then(
        () => undefined,
        ({ code }) => code,
      );
    expect(refusal).toBe(restores ? undefined : 'NOT_PERMITTED');
    expect(lanes.restore).toHaveBeenCalledTimes(restores ? 1 : 0);
    const { items } = await lane.list({}, { credentials: user });
    expect(items[0].can.restore).toMatchObject(
      restores ? { allowed: true } : { allowed: false, code: 'NOT_PERMITTED' },
    );
  });

  it.each(OTHERS)('restores nothing for %s', async (_, credentials, code) => {
    const { lane, lanes } = open('fleet.read', `lane.restore ${SHOP}`);
    await expect(
      lane.restore(
        'lane-1',
        { reason: 'x' },
        { ...writing(credentials), ifMatch: 'e1' },
      ),
    ).rejects.toMatchObject({ code });
    expect(lanes.restore).not.toHaveBeenCalled();
  });

  it('shows to whoever asks for none in particular those of their entities, and counts no other', async () => {
    const { lane, lanes } = open(`topology.read ${SHOP}`);
    const { items, coverage } = await lane.list({}, { credentials: user });
    expect(lanes.list).toHaveBeenCalledWith({ armedOnly: true });
    expect(items.map(({ entityRefs }) => entityRefs)).toEqual([[SHOP]]);
    expect(coverage).toMatchObject({ seen: 1, total: 1 });
  });

  it('shows all lanes to the fleet team alone', async () => {
    await expect(
      open().lane.list({}, { credentials: user }),
    ).rejects.toMatchObject({ code: 'fleet-denied' });
    const { items } = await open('fleet.read', 'lane.manage').lane.list(
      {},
      { credentials: user },
    );
    expect(items[0].can).toMatchObject({
      arm: { allowed: true },
      disarm: { allowed: false },
    });
  });

  it.each([
    ['may not see it', [], 'lane-1', 'lane-not-found'],
    ['names one that there is not', ['fleet.read'], 'x', 'lane-not-found'],
    ['may see it alone', ['fleet.read'], 'lane-1', 'NOT_PERMITTED'],
  ])('arms nothing for whoever %s', async (_, granted, id, code) => {
    const { lane, lanes } = open(...granted);
    await expect(lane.manage(id, arm, writing(user))).rejects.toMatchObject({
      code,
    });
    expect(lanes.manage).not.toHaveBeenCalled();
  });

  it.each(OTHERS)('arms nothing for %s', async (_, credentials, code) => {
    const { lane, lanes } = open('fleet.read', 'lane.manage');
    await expect(
      lane.manage('lane-1', arm, writing(credentials)),
    ).rejects.toMatchObject({ code });
    expect(lanes.manage).not.toHaveBeenCalled();
  });

  it('arms for a person who may, and says by what that was judged', async () => {
    const { lane, lanes } = open(`topology.read ${SHOP}`, 'lane.manage');
    expect(await lane.manage('lane-1', arm, writing(user))).toEqual(done);
    expect(lanes.manage).toHaveBeenCalledWith('lane-1', arm, {
      caller: { userEntityRef: 'user:default/ann', ownershipEntityRefs: [] },
      idempotency: { key: 'k', fingerprint: 'f' },
      evidence: { permission: 'multicluster.lane.manage', result: 'ALLOW' },
    });
  });
});

describe('AuthorizedLaneService while approvals are switched off', () => {
  const world = () => open('fleet.read', 'lane.manage', `lane.restore ${SHOP}`);

  it('arms and restores nothing: nobody would see what is held then', async () => {
    const { laneOff, lanes } = world();
    const off = { code: 'APPROVALS_DISABLED' };
    await expect(
      laneOff.manage('lane-1', { ...arm, dryRun: true }, writing(user)),
    ).rejects.toMatchObject(off);
    await expect(
      laneOff.manage('lane-1', arm, writing(user)),
    ).rejects.toMatchObject(off);
    await expect(
      laneOff.restore(
        'lane-1',
        { reason: 'x' },
        { ...writing(user), ifMatch: 'e1' },
      ),
    ).rejects.toMatchObject(off);
    expect(lanes.manage).not.toHaveBeenCalled();
    expect(lanes.restore).not.toHaveBeenCalled();
    const { items } = await laneOff.list({}, { credentials: user });
    expect(items[0].can.arm).toMatchObject({ allowed: false, ...off });
  });

  it('disarms', async () => {
    const { laneOff, lanes } = world();
    const disarm = { action: 'disarm' as const, dryRun: false };
    expect(await laneOff.manage('lane-1', disarm, writing(user))).toEqual(done);
    expect(lanes.manage).toHaveBeenCalledTimes(1);
  });
});

describe('AuthorizedClusterActionService', () => {
  it.each([
    ['may not see the fleet', ['cluster.cordon'], 'cluster-not-found'],
    ['may only see it', ['fleet.read'], 'NOT_PERMITTED'],
  ])('cordons nothing for whoever %s', async (_, granted, code) => {
    const { cluster, clusters } = open(...granted);
    await expect(
      cluster.manage(member1, cordon, writing(user)),
    ).rejects.toMatchObject({ code });
    expect(clusters.manage).not.toHaveBeenCalled();
  });

  it.each(OTHERS)('cordons nothing for %s', async (_, credentials, code) => {
    const { cluster, clusters } = open('fleet.read', 'cluster.cordon');
    await expect(
      cluster.manage(member1, cordon, writing(credentials)),
    ).rejects.toMatchObject({ code });
    expect(clusters.manage).not.toHaveBeenCalled();
  });

  it('cordons for a person who may', async () => {
    const { cluster } = open('fleet.read', 'cluster.cordon');
    expect(await cluster.manage(member1, cordon, writing(user))).toEqual(done);
  });
});
