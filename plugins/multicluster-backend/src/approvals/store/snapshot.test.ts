import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('A snapshot on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
  });

  it('is of one moment, while others write', async () => {
    const { engine, store } = approvalWorld(knex);
    const { request } = await engine.open(draftOf('moment'));
    const entityOf = (title: string) => ({
      entityRef: `component:default/${title}`,
      confirmed: true,
    });
    const write = (title: string) =>
      store.change(request.id, change =>
        change.update({ title, entities: [entityOf(title)] }),
      );
    await write('t');
    let writing = true;
    const writer = (async () => {
      for (let count = 0; count < 60; count++) {
        await write(`t${count}`);
      }
      writing = false;
    })();
    const read = async () => {
      let reads = 0;
      while (writing) {
        const { request: seen } = await store.snapshot(request.id);
        expect(seen.entities).toEqual([entityOf(seen.title)]);
        reads += 1;
      }
      return reads;
    };
    const [first, second] = await Promise.all([read(), read(), writer]);
    expect(first + second).toBeGreaterThan(20);
  });

  it('has what others wrote while it waited for the request', async () => {
    const { engine, store } = approvalWorld(knex);
    const { request } = await engine.open(draftOf('waits'));
    const entityOf = (n: number) => ({
      entityRef: `component:default/e${n}`,
      confirmed: true,
    });
    // Each adds to what it finds: one that found what was there before its wait would lose what was added meanwhile.
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        store.change(request.id, change =>
          change.update({
            entities: [...change.request.entities, entityOf(n)],
          }),
        ),
      ),
    );
    const { entities } = (await store.snapshot(request.id)).request;
    expect(entities).toEqual(
      expect.arrayContaining(Array.from({ length: 12 }, (_, n) => entityOf(n))),
    );
  });
});
