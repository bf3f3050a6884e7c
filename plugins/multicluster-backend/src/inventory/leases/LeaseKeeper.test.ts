import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { eventually } from '../__testUtils__/eventually';
import { testDatabases } from '../__testUtils__/testDatabases';
import { applyMigrations } from '../sql/applyMigrations';
import { HeldLease } from './HeldLease';
import { LeaseKeeper } from './LeaseKeeper';

jest.setTimeout(60_000);

const databases = testDatabases();
const keys = [1, 2, 3, 4].map(sourceId => ({ sourceId, facet: 'fleet' }));

function replica(
  knex: Knex,
  owner: string,
  work?: (lease: HeldLease) => Promise<void>,
) {
  return LeaseKeeper.create({
    knex,
    logger: mockServices.logger.mock(),
    keys,
    owner,
    ttlMs: 600,
    everyMs: 60,
    work: work ?? (lease => ended(lease)),
  });
}

async function ended(lease: HeldLease): Promise<void> {
  await new Promise<void>(resolve =>
    lease.signal.addEventListener('abort', () => resolve()),
  );
}

const held = (keeper: LeaseKeeper) =>
  keeper.held().map(({ sourceId }) => sourceId);

describe.each(databases.eachSupportedId())('LeaseKeeper on %s', id => {
  const running: LeaseKeeper[] = [];

  function start(keeper: LeaseKeeper): LeaseKeeper {
    running.push(keeper);
    keeper.start();
    return keeper;
  }

  afterEach(async () => {
    await Promise.all(running.splice(0).map(keeper => keeper.stop()));
  });

  async function database() {
    const knex = await databases.init(id);
    await applyMigrations({}, knex);
    return knex;
  }

  it('shares the leases among replicas that come and go', async () => {
    const knex = await database();
    const a = start(replica(knex, 'a'));
    await eventually(() => expect(held(a)).toHaveLength(4));

    const b = start(replica(knex, 'b'));
    await eventually(() => {
      expect(held(a)).toHaveLength(2);
      expect(held(b)).toHaveLength(2);
    });

    await a.stop();
    await eventually(() => expect(held(b).sort()).toEqual([1, 2, 3, 4]));
    expect(held(a)).toEqual([]);
  });

  it('never lets two replicas work under the same lease', async () => {
    const knex = await database();
    const working = new Map<number, string>();
    const overlaps: string[] = [];
    const work = (owner: string) => async (lease: HeldLease) => {
      const other = working.get(lease.sourceId);
      if (other) {
        overlaps.push(`${lease.sourceId}: ${other} and ${owner}`);
      }
      working.set(lease.sourceId, owner);
      await ended(lease);
      working.delete(lease.sourceId);
    };
    for (const owner of ['a', 'b', 'c']) {
      start(replica(knex, owner, work(owner)));
    }
    await eventually(() =>
      expect(running.map(one => held(one).length).sort()).toEqual([1, 1, 2]),
    );
    for (const keeper of running.slice(0, 2)) {
      await keeper.stop();
    }
    await eventually(() => expect(held(running[2])).toHaveLength(4));

    expect(overlaps).toEqual([]);
  });

  it('tells who works under a lease that it was lost, and takes it again with a higher fence', async () => {
    const knex = await database();
    const fences: number[] = [];
    const a = start(
      replica(knex, 'a', async lease => {
        if (lease.sourceId === 1) fences.push(lease.fence);
        await ended(lease);
      }),
    );
    await eventually(() => expect(held(a)).toHaveLength(4));

    await knex('inventory_lease')
      .where({ source_id: 1 })
      .update({ owner: 'thief', fence: 7, expires_at: Date.now() + 400 });

    await eventually(() => expect(held(a).sort()).toEqual([2, 3, 4]));
    await eventually(() => expect(held(a).sort()).toEqual([1, 2, 3, 4]));
    expect(fences).toEqual([1, 8]);
  });

  it('begins anew after somebody emptied the tables', async () => {
    const knex = await database();
    const fences: number[] = [];
    const a = start(
      replica(knex, 'a', async lease => {
        fences.push(lease.fence);
        await ended(lease);
      }),
    );
    await eventually(() => expect(held(a)).toHaveLength(4));
    await knex('inventory_lease').delete();
    await eventually(() => expect(fences).toHaveLength(8));
    await eventually(() => expect(held(a)).toHaveLength(4));
  });

  it('stops working when it cannot renew for as long as a lease lasts', async () => {
    const knex = await database();
    const a = start(replica(knex, 'a'));
    await eventually(() => expect(held(a)).toHaveLength(4));

    await knex.schema.renameTable('inventory_lease', 'out_of_reach');
    await eventually(() => expect(held(a)).toEqual([]));

    await knex.schema.renameTable('out_of_reach', 'inventory_lease');
    await eventually(() => expect(held(a)).toHaveLength(4));
  });
});
