import { Knex } from 'knex';
import { seedOwner } from '../../__testUtils__/seedOwner';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { ApprovalListRequest } from '../../service/ApprovalService';
import {
  approvalWorld,
  ApprovalWorld,
  voteOn,
} from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { settle } from '../__testUtils__/settle';
import { ShiftedClock } from '../__testUtils__/ShiftedClock';
import { DefaultApprovalReader } from './DefaultApprovalReader';
import { ItemReader } from './ItemReader';
import { PersonReader } from './PersonReader';
import { ViewerReader } from './ViewerReader';

jest.setTimeout(60_000);

const databases = testDatabases();
const CART = 'component:default/cart';
const HOUR = 3_600_000;

describe.each(databases.eachSupportedId())('the inbox on %s', id => {
  let knex: Knex;
  let clock: ShiftedClock;
  let world: ApprovalWorld;
  let reader: DefaultApprovalReader;

  beforeEach(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
    clock = ShiftedClock.create();
    world = approvalWorld(knex, { clock });
    reader = DefaultApprovalReader.create({
      knex,
      clock,
      health: { read: async () => ({ sources: [], lanes: new Map() }) },
      items: ItemReader.create({ knex }),
      viewers: ViewerReader.create({
        people: PersonReader.create({ directory: world.directory }),
        nativeIds: () => [],
        guestCounts: false,
        sight: { unreadable: async () => new Set<string>() },
      }),
    });
    await seedOwner(knex, CART, 'group:default/shop');
  });

  const list = (request: ApprovalListRequest = {}, name = 'ann') =>
    reader.list(
      { only: 'all', ...request },
      {
        by: { userEntityRef: `user:default/${name}` },
        may: { vote: 'all', breakGlass: 'none', resolve: 'all' },
      },
    );
  async function open(...args: Parameters<typeof draftOf>) {
    return (await world.engine.open(draftOf(...args))).request;
  }
  async function sealed(...[gateKey, more]: Parameters<typeof draftOf>) {
    const request = await open(gateKey, more);
    const first = await world.engine.vote(voteOn({ request }, 'ann'));
    await world.engine.vote(voteOn(first.snapshot, 'bob'));
    return request.id;
  }

  it('lists every service of one commit, counts it, and gives it to whoever asks for theirs', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `app-${n}`);
    for (const name of names) {
      const entityRef = `component:default/${name}`;
      await seedOwner(knex, entityRef, 'group:default/shop');
      await open(name, {
        changeKey: 'commit|abc',
        entities: [{ entityRef, confirmed: true }],
      });
    }
    const { items, total, mine } = await list({ scope: 'mine', limit: 100 });
    expect(items.map(({ request }) => request.entityRefs[0]).sort()).toEqual(
      names.map(name => `component:default/${name}`).sort(),
    );
    expect([total, mine]).toEqual([20, 20]);
    expect(items.flatMap(({ related }) => related)).toEqual([]);
  });

  it('lists a run and a lane of one service once, each with the way to the other', async () => {
    const run = await open('run', { changeKey: 'commit|abc' });
    const lane = await open('lane', {
      kind: 'lane',
      changeKey: 'commit|abc',
      title: 'cart to member1',
    });
    const { items } = await list();
    expect(items.map(({ request }) => request.id)).toEqual([run.id]);
    expect(items[0].related).toEqual([
      {
        id: lane.id,
        kind: 'lane',
        title: 'cart to member1',
        environment: 'production',
      },
    ]);
    const { item } = (await reader.approval(
      { id: lane.id, only: 'all' },
      {
        by: { userEntityRef: 'user:default/ann' },
        may: { vote: 'all', breakGlass: 'none', resolve: 'none' },
      },
    ))!;
    expect(item.related.map(other => other.id)).toEqual([run.id]);
  });

  it('leads with a decision while it can be taken back, though its lane waits', async () => {
    const run = await sealed('run', {
      changeKey: 'commit|abc',
      policy: { recallMs: HOUR },
    });
    const lane = await open('lane', { kind: 'lane', changeKey: 'commit|abc' });
    const during = await list();
    expect(during.items.map(({ request }) => request.id)).toEqual([run]);
    expect(during.items[0].mine).toBe(true);
    expect(during.items[0].can.recall.allowed).toBe(true);
    clock.ahead += HOUR + 1000;
    const after = await list();
    expect(after.items.map(({ request }) => request.id)).toEqual([lane.id]);
  });

  it('gives nobody what is approved and waits for its time', async () => {
    const held = await sealed('held', {
      policy: {
        windows: [
          {
            name: 'freeze',
            kind: 'deny',
            timezone: 'UTC',
            from: '2000-01-01T00:00',
            to: '2100-01-01T00:00',
          },
        ] as never,
      },
    });
    const { items, mine } = await list();
    expect(items.map(({ request }) => [request.id, request.state])).toEqual([
      [held, 'held'],
    ]);
    expect(mine).toBe(0);
    expect(items[0].mine).toBe(false);
    // A further vote is possible and needed by nobody.
    expect((await list({}, 'cid')).items[0].mine).toBe(false);
  });

  it('puts a lane first whose owners were told that it runs short, and what expires soonest next', async () => {
    const old = await open('old');
    const soon = await open('soon', { policy: { expiresAfterMs: HOUR } });
    const lane = await open('lane', { kind: 'lane', policyKey: 'p/shop/cart' });
    const ids = async () =>
      (await list()).items.map(({ request }) => request.id);
    expect(await ids()).toEqual([soon.id, old.id, lane.id]);
    await knex('approval_notice').insert({
      key: 'lane|lost|west|p/shop/cart|member2',
      at: 1,
    });
    expect(await ids()).toEqual([lane.id, soon.id, old.id]);
  });

  it('gives what was decided past the rules to those who can review it, until one did, also once it has ended', async () => {
    const request = await open('glass', {
      policy: { breakGlass: { reviewWithinMs: HOUR } },
    });
    const { snapshot } = await world.engine.breakGlass({
      ...voteOn({ request }, 'ann'),
      reason: 'Nobody has "reviewedBy": anything, and the shop is down',
    });
    const of = async (name: string, scope?: ApprovalListRequest['scope']) => {
      const { items, mine, total } = await list({ scope }, name);
      return { ids: items.map(item => item.request.id), mine, total };
    };
    expect((await list({}, 'bob')).items[0].mine).toBe(true);
    await settle(world);
    expect((await world.engine.get(request.id)).request.state).toBe('applied');

    const waiting = { ids: [request.id], mine: 1, total: 1 };
    expect(await of('bob')).toEqual(waiting);
    expect(await of('bob', 'mine')).toEqual(waiting);
    expect((await list({}, 'bob')).items[0]).toMatchObject({
      mine: true,
      can: { review: { allowed: true } },
    });
    expect((await of('bob', 'all')).ids).toEqual([request.id]);
    // Who decided it does not review it.
    expect(await of('ann')).toEqual({ ids: [], mine: 0, total: 0 });

    await world.engine.review({
      ...voteOn(await world.engine.get(snapshot.request.id), 'bob'),
      comment: 'It was right',
    });
    expect(await of('bob')).toEqual({ ids: [], mine: 0, total: 0 });
  });

  it('lists what ended by when it ended, page by page, however much is open', async () => {
    const ended = [];
    for (const name of ['first', 'second', 'third']) {
      ended.push((await open(name)).id);
    }
    for (let n = 0; n < 45; n++) {
      await open(`open-${n}`);
    }
    // The one that was opened last ends first.
    for (const request of [...ended].reverse()) {
      await world.engine.superseded(request);
      clock.ahead += 1000;
    }
    const page = await list({ scope: 'closed', limit: 2 });
    expect(page.items.map(({ request }) => request.id)).toEqual([
      ended[0],
      ended[1],
    ]);
    expect(page.total).toBe(3);
    expect(page.mine).toBeUndefined();
    const rest = await list({
      scope: 'closed',
      limit: 2,
      cursor: page.nextCursor,
    });
    expect(rest.items.map(({ request }) => request.id)).toEqual([ended[2]]);
    expect(rest.nextCursor).toBeUndefined();
    const everything = await list({ scope: 'all', limit: 100 });
    expect(everything.items.slice(-3).map(({ request }) => request.id)).toEqual(
      ended,
    );
  });

  it('goes through all pages of what is open and what ended without one twice', async () => {
    for (let n = 0; n < 7; n++) {
      const { id: request } = await open(`gate-${n}`, {
        policy: n % 2 ? { expiresAfterMs: n * HOUR } : {},
      });
      if (n > 4) {
        await world.engine.superseded(request);
      }
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ scope: 'all', limit: 2, cursor });
      seen.push(...page.items.map(({ request }) => request.id));
      cursor = page.nextCursor;
    } while (cursor && seen.length < 20);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });
});
