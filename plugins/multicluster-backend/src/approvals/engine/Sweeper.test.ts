import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld, voteOn } from '../__testUtils__/approvalWorld';
import { draftOf, twoOfShop } from '../__testUtils__/draftOf';

jest.setTimeout(120_000);

const databases = testDatabases();
const HOUR = 3600_000;

describe.each(databases.eachSupportedId())('Sweeper on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
  });

  beforeEach(async () => {
    await knex('approval_request').delete();
  });

  const freezeIn = (ms: number) => ({
    name: 'freeze',
    kind: 'deny' as const,
    timezone: 'UTC',
    from: new Date(Date.now() + ms).toISOString().slice(0, 19),
    to: new Date(Date.now() + ms + HOUR).toISOString().slice(0, 19),
  });

  async function sealed(key: string, draft: Parameters<typeof draftOf>[1]) {
    const world = approvalWorld(knex);
    const { request } = await world.engine.open(draftOf(key, draft));
    await world.engine.vote(voteOn({ request }, 'ann'));
    await world.engine.vote(voteOn({ request }, 'bob'));
    const state = async () =>
      (await world.engine.get(request.id)).request.state;
    return { ...world, request, state };
  }

  it('E13: lets a deadline pass while the catalog is away', async () => {
    const world = approvalWorld(knex);
    const { request } = await world.engine.open(
      draftOf('expires', { policy: { expiresAfterMs: HOUR } }),
    );
    world.directory.down = true;
    world.clock.ahead += HOUR + 1;
    await world.engine.sweep();
    const { request: swept } = await world.engine.get(request.id);
    expect(swept.state).toBe('expired');
  });

  it('E10: lets a freeze begin while the catalog is away', async () => {
    const world = await sealed('freeze', {
      policy: { windows: [freezeIn(HOUR)], recallMs: 2 * HOUR },
    });
    await world.engine.sweep();
    world.directory.down = true;
    world.clock.ahead += 1.5 * HOUR;
    await world.engine.sweep();
    expect(await world.state()).toBe('held');
  });

  it('E10: a freeze takes back what is queued, also after its deadline has passed', async () => {
    const world = await sealed('late', {
      policy: {
        windows: [freezeIn(2 * HOUR)],
        recallMs: 3 * HOUR,
        expiresAfterMs: HOUR,
      },
    });
    world.clock.ahead += 1.5 * HOUR;
    await world.engine.sweep();
    expect(await world.state()).toBe('queued');
    world.clock.ahead += HOUR - 30_000;
    await world.engine.sweep();
    expect(await world.state()).toBe('held');
  });

  it('lets a deadline pass while a round of rights hangs', async () => {
    let finish = () => {};
    const hangs = new Promise<void>(resolve => (finish = resolve));
    let asked = 0;
    const world = approvalWorld(knex, {
      policies: {
        async of({ source }) {
          asked += 1;
          await (source === 'stuck' && hangs);
          return { hash: 'p1', policy: twoOfShop };
        },
      },
    });
    await world.engine.open(draftOf('stuck', { source: 'stuck' }));
    const { request } = await world.engine.open(
      draftOf('expires', { policy: { expiresAfterMs: HOUR } }),
    );
    const rights = world.engine.sweepRights();
    while (asked === 0) {
      await new Promise(setImmediate);
    }
    world.clock.ahead += HOUR + 1;
    await world.engine.sweep();
    const { request: swept } = await world.engine.get(request.id);
    expect(swept.state).toBe('expired');
    finish();
    await rights;
  });

  it('reads none whole that only waits for the end of a freeze', async () => {
    const world = await sealed('waits', {
      policy: { windows: [freezeIn(-HOUR / 2)] },
    });
    expect(await world.state()).toBe('held');
    await world.engine.sweep();
    const snapshot = jest.spyOn(world.store, 'snapshot');
    world.clock.ahead += 2_000;
    await world.engine.sweep();
    expect(snapshot).not.toHaveBeenCalled();
  });
});
