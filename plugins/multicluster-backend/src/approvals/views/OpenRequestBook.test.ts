import { Knex } from 'knex';
import { seedOwner } from '../../__testUtils__/seedOwner';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { approvalQuery } from './approvalQuery';
import { OpenRequestBook } from './OpenRequestBook';

jest.setTimeout(60_000);

const databases = testDatabases();
const CART = 'component:default/cart';

describe.each(databases.eachSupportedId())('OpenRequestBook on %s', id => {
  let knex: Knex;
  let world: ReturnType<typeof approvalWorld>;
  let book: OpenRequestBook;

  beforeEach(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
    world = approvalWorld(knex);
    book = OpenRequestBook.create(knex);
    await seedOwner(knex, CART, 'group:default/shop');
  });

  const read = (name = 'ann', from = book) =>
    from.read(approvalQuery(knex, { only: 'all' }), {
      user: `user:default/${name}`,
      most: 100,
    });
  const one = async (name?: string) => (await read(name))[0];
  /** Ids of the requests of which more is read than that they are open, by statement. */
  async function partsRead(from = book): Promise<string[][]> {
    const parts: string[][] = [];
    const listen = ({ sql, bindings }: { sql: string; bindings: unknown[] }) =>
      sql.includes('requesters') && parts.push(JSON.parse(String(bindings[0])));
    knex.on('query', listen);
    await read('ann', from);
    knex.removeListener('query', listen);
    return parts;
  }
  const readWhole = async (from?: OpenRequestBook) =>
    (await partsRead(from)).flat();

  it('reads again only what changed since, and says what it is now', async () => {
    const { request } = await world.engine.open(draftOf('first'));
    const second = (await world.engine.open(draftOf('second'))).request;
    expect((await readWhole()).sort()).toEqual([request.id, second.id].sort());
    expect(await readWhole()).toEqual([]);

    await world.engine.vote(voteOn({ request }, 'ann'));
    await world.engine.vote(voteOn({ request }, 'bob'));
    expect(await readWhole()).toEqual([request.id]);
    const states = new Map((await read()).map(item => [item.id, item.state]));
    expect(states).toEqual(
      new Map([
        [request.id, 'queued'],
        [second.id, 'pending'],
      ]),
    );
  });

  it('says to each viewer what they said themselves', async () => {
    const { request } = await world.engine.open(draftOf('mine'));
    await world.engine.vote(voteOn({ request }, 'ann'));
    expect((await one('ann')).ownVote).toBe('approve');
    expect((await one('bob')).ownVote).toBeUndefined();
  });

  it('lists none that was closed', async () => {
    const { request } = await world.engine.open(draftOf('closed'));
    expect(await read()).toHaveLength(1);
    await world.engine.superseded(request.id);
    expect(await read()).toEqual([]);
  });

  it('says who owns an entity by now, although the request is as it was', async () => {
    await world.engine.open(draftOf('owned'));
    expect((await one()).owners).toEqual(['group:default/shop']);
    await knex('entity_claim').delete();
    await seedOwner(knex, CART, 'group:default/sre');
    expect((await one()).owners).toEqual(['group:default/sre']);
  });

  it('forgets what was not listed for longest, and nothing that is still open', async () => {
    const small = OpenRequestBook.create(knex, { mostKept: 2 });
    const open = async (key: string) =>
      (await world.engine.open(draftOf(key))).request.id;
    const stays = await open('stays');
    const closes = await open('closes');
    expect((await readWhole(small)).sort()).toEqual([stays, closes].sort());
    await world.engine.superseded(closes);
    const comes = await open('comes');
    expect(await readWhole(small)).toEqual([comes]);
    expect(await readWhole(small)).toEqual([]);
  });

  it('reads many in parts, and lets others run between them', async () => {
    const parts = OpenRequestBook.create(knex, { part: 2 });
    for (const key of ['a', 'b', 'c', 'd', 'e']) {
      await world.engine.open(draftOf(key));
    }
    const seen: string[] = [];
    const listen = ({ sql }: { sql: string }) =>
      sql.includes('requesters') && seen.push('part');
    knex.on('query', listen);
    let reading = true;
    const others = (async () => {
      while (reading) {
        await new Promise(setImmediate);
        seen.push('others');
      }
    })();
    const sizes = (await partsRead(parts)).map(ids => ids.length);
    reading = false;
    await others;
    knex.removeListener('query', listen);
    expect(sizes).toEqual([2, 2, 1]);
    expect(seen.join(' ')).toMatch(/part( others)+ part( others)+ part/);
    expect(await read('ann', parts)).toHaveLength(5);
  });
});
