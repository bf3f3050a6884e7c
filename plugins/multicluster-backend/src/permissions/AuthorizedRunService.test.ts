import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  Promotion,
  RunDetails,
  RunRow,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  PipelineOwner,
  RunDetailReader,
  RunReader,
} from '../service/RunService';
import { ViewBody } from '../service/ViewBody';
import { component } from '../__testUtils__/shopWorld';
import { AuthorizedPromotionService } from './AuthorizedPromotionService';
import { AuthorizedRunService } from './AuthorizedRunService';
import { EntityAccess } from './EntityAccess';

const coverage = { seen: 0, total: 0, stale: 0, problems: [] };
const credentials: BackstageCredentials = mockCredentials.user();
const SHOP = 'component:default/shop';
const CART = 'component:default/cart';
const HIDDEN = 'component:default/hidden';

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

const row = (id: string, ...entityRefs: string[]) =>
  ({ id, entityRefs } as RunRow);

function open(owners: PipelineOwner[] | undefined, ...granted: string[]) {
  const reader = {
    entityRuns: jest.fn(async () => ({
      coverage,
      items: [row('1', SHOP, HIDDEN)],
      match: { alsoClaimedBy: { entityRefs: [CART, HIDDEN], hidden: 0 } },
    })),
    list: jest.fn(async () => ({
      coverage,
      items: [row('1', SHOP, HIDDEN)],
      total: 1,
    })),
    pipelines: jest.fn(async () => ({ coverage, items: [], total: 0 })),
    run: jest.fn(
      async () =>
        ({
          coverage,
          run: row('1', SHOP, HIDDEN),
          chain: [row('1', SHOP, HIDDEN), row('2', CART), row('3', HIDDEN)],
          behind: [row('0', SHOP)],
          sentences: [],
        } as unknown as ViewBody<RunDetails>),
    ),
    owners: async () => [SHOP, CART, HIDDEN],
    ownersOfRun: async () => owners,
    ownersOfPipeline: async () => owners,
  };
  const details = {
    live: jest.fn(async () => ({ targets: [] })),
    log: jest.fn(),
  };
  const service = AuthorizedRunService.create({
    reader: reader as unknown as RunReader,
    details: details as unknown as RunDetailReader,
    access: accessOf(...granted),
  });
  return { reader, details, service };
}

const own = [
  { entityRef: SHOP, confirmed: true },
  { entityRef: CART, confirmed: false },
];

describe('AuthorizedRunService', () => {
  it('shows the runs of an entity to whoever may read them, and names only what they may see', async () => {
    const { service } = open(own, `run.read ${SHOP}`);
    const view = await service.entityRuns(SHOP, {}, { credentials });
    expect(view.items[0].entityRefs).toEqual([SHOP]);
    expect(view.match.alsoClaimedBy).toEqual({ entityRefs: [CART], hidden: 1 });
  });

  it.each([
    ['an entity that is not seen', HIDDEN, 'NotFoundError'],
    ['runs that may not be read', SHOP, 'NotAllowedError'],
  ])('refuses %s', async (_, entityRef, name) => {
    const { service, reader } = open(own, `run.read ${HIDDEN}`, 'fleet.read');
    await expect(
      service.entityRuns(entityRef, {}, { credentials }),
    ).rejects.toMatchObject({ name });
    expect(reader.entityRuns).not.toHaveBeenCalled();
  });

  it('lists everything to the fleet team, and names only entities they may see', async () => {
    const { service, reader } = open(own, 'fleet.read');
    const list = await service.list({ filter: 'x' }, { credentials });
    expect(reader.list).toHaveBeenCalledWith({
      filter: 'x',
      entityRefs: undefined,
    });
    expect(list.items[0].entityRefs).toEqual([SHOP]);
  });

  it('lists to others what belongs to entities whose runs they may read', async () => {
    const { service, reader } = open(
      own,
      `run.read ${SHOP}`,
      `run.read ${HIDDEN}`,
    );
    await service.list({}, { credentials });
    expect(reader.list).toHaveBeenCalledWith({ entityRefs: [SHOP] });
    await service.pipelines({}, { credentials });
    expect(reader.pipelines).toHaveBeenCalledWith({ entityRefs: [SHOP] });
  });

  it('lists nothing to whoever may read the runs of nobody', async () => {
    const { service } = open(own, `topology.read ${SHOP}`);
    await expect(service.list({}, { credentials })).rejects.toMatchObject({
      name: 'NotAllowedError',
      code: 'runs-denied',
    });
  });

  it('shows a run of an entity, and of its chain what belongs to entities that may be read', async () => {
    const { service } = open(own, `run.read ${SHOP}`);
    const view = await service.run('1', { credentials });
    expect(view.run.entityRefs).toEqual([SHOP]);
    expect(view.chain.map(item => item.id)).toEqual(['1']);
    expect(view.sentences).toMatchObject([
      { code: 'pipeline.chainHidden', params: { count: 2 }, tone: 'info' },
    ]);
  });

  it('shows a whole chain to the fleet team', async () => {
    const { service } = open(undefined, 'fleet.read');
    const view = await service.run('1', { credentials });
    expect(view.chain).toHaveLength(3);
    expect(view.sentences).toEqual([]);
  });

  it.each([
    ['nobody knows', undefined, [`run.read ${SHOP}`]],
    ['is only claimed', [own[1]], [`run.read ${CART}`]],
    ['belongs to somebody else', own, [`run.read ${CART}`]],
  ])('finds no run that %s', async (_, owners, granted) => {
    const { service } = open(owners, ...granted);
    await expect(service.run('1', { credentials })).rejects.toMatchObject({
      name: 'NotFoundError',
      code: 'run-not-found',
    });
  });

  const query = { runId: '1', stageId: 's' };
  const signal = new AbortController().signal;

  it.each([
    ['of nobody', undefined, ['fleet.read'], 'run-not-found'],
    ['that is not seen', own, [`log.read ${SHOP}`], 'run-not-found'],
    ['that is only claimed', [own[1]], ['fleet.read'], 'match-not-confirmed'],
    [
      'without the right to its log',
      own,
      [`run.read ${SHOP}`],
      'detail-denied',
    ],
    [
      'by the right on another entity',
      own,
      [`run.read ${SHOP}`, `log.read ${CART}`],
      'detail-denied',
    ],
  ])('reads no log of a run %s', async (_, owners, granted, code) => {
    const { service, details } = open(owners, ...granted);
    await expect(
      service.log(query, { credentials, signal }),
    ).rejects.toMatchObject({ code });
    expect(details.log).not.toHaveBeenCalled();
  });

  it('reads a log for as long as its reader may, and is asked who', async () => {
    const owners = [...own];
    const { service, details } = open(
      owners,
      `run.read ${SHOP}`,
      `log.read ${SHOP}`,
    );
    await service.log(query, { credentials, signal });
    const [, { stillAllowed }] = details.log.mock.calls[0];
    expect(await stillAllowed()).toBe('granted');
    owners.length = 0;
    expect(await stillAllowed()).toBe('denied');
  });

  it('reads what is deployed for whoever may read details', async () => {
    const denied = open(own, `run.read ${SHOP}`);
    await expect(
      denied.service.live('p', { credentials }),
    ).rejects.toMatchObject({ code: 'detail-denied' });
    const { service } = open(own, `run.read ${SHOP}`, `detail.read ${SHOP}`);
    expect(await service.live('p', { credentials })).toEqual({ targets: [] });
  });
});

describe('AuthorizedPromotionService', () => {
  const promotion = (...granted: string[]) =>
    AuthorizedPromotionService.create({
      access: accessOf(...granted),
      reader: {
        read: async () =>
          ({
            coverage,
            match: { alsoClaimedBy: { entityRefs: [HIDDEN], hidden: 1 } },
          } as unknown as ViewBody<Promotion>),
      },
    });

  it('shows the promotion of an entity to whoever may read its runs', async () => {
    const view = await promotion(`run.read ${SHOP}`).entityPromotion(SHOP, {
      credentials,
    });
    expect(view.match.alsoClaimedBy).toEqual({ entityRefs: [], hidden: 2 });
  });

  it.each([
    [HIDDEN, 'NotFoundError'],
    [SHOP, 'NotAllowedError'],
  ])('refuses %s with a %s', async (entityRef, name) => {
    await expect(
      promotion(`run.read ${HIDDEN}`).entityPromotion(entityRef, {
        credentials,
      }),
    ).rejects.toMatchObject({ name });
  });
});
