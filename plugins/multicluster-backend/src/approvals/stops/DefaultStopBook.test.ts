import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { Acting } from '../../service/Acting';
import { approvalWorld } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { DefaultStopBook } from './DefaultStopBook';

jest.setTimeout(60_000);

const databases = testDatabases();
const hour = 3600_000;

function acting(key: string, name = 'ann'): Acting {
  return {
    caller: { userEntityRef: `user:default/${name}`, ownershipEntityRefs: [] },
    idempotency: { key, fingerprint: key },
    evidence: { permission: 'multicluster.stop' },
  };
}

describe.each(databases.eachSupportedId())('DefaultStopBook on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
  });

  function open() {
    const { store, clock } = approvalWorld(knex);
    return { book: DefaultStopBook.create({ store }), clock };
  }

  const until = () => new Date(Date.now() + hour).toISOString();
  const input = () => ({
    scope: { environment: 'production' },
    reason: 'Incident 42',
    until: until(),
  });

  it('stops once, however often the same wish is told, and lifts it with a trail of both', async () => {
    const { book } = open();
    const wish = input();
    const stopped = await book.stop(wish, acting('k1'));
    expect(await book.stop(wish, acting('k1'))).toEqual(stopped);
    expect(stopped).toMatchObject({
      scope: { environment: 'production' },
      reason: 'Incident 42',
      by: 'user:default/ann',
    });

    const lifted = await book.lift(
      stopped.id,
      { reason: 'It is over' },
      acting('k2', 'bob'),
    );
    expect(lifted).toMatchObject({ liftedBy: 'user:default/bob' });
    expect(await book.list()).toEqual([lifted]);
    const trail = await knex('approval_audit').orderBy('seq');
    expect(trail.map(({ actor, action }) => [actor, action])).toEqual([
      ['user:default/ann', 'line.stopped'],
      ['user:default/bob', 'line.lifted'],
    ]);
  });

  it('keeps the whole reason, as long as the API takes it', async () => {
    const { book } = open();
    const reason = 'x'.repeat(4096);
    const stopped = await book.stop({ ...input(), reason }, acting('long'));
    expect(stopped.reason).toBe(reason);
  });

  it('refuses an end that has passed or is no moment, and a wish without a reason', async () => {
    const { book } = open();
    await expect(
      book.stop({ ...input(), until: 'tomorrow' }, acting('k3')),
    ).rejects.toMatchObject({ code: 'invalid-until' });
    await expect(
      book.stop({ ...input(), until: '2020-01-01T00:00:00Z' }, acting('k4')),
    ).rejects.toMatchObject({ code: 'invalid-until' });
    await expect(
      book.stop({ ...input(), reason: ' ' }, acting('k5')),
    ).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
  });

  it('takes an entity by its whole ref in any case, and nothing that would hold nothing', async () => {
    const { book } = open();
    const of = (entityRef: string) => ({ ...input(), scope: { entityRef } });
    const stopped = await book.stop(of('Component:Default/Cart'), acting('k8'));
    expect(stopped.scope).toEqual({ entityRef: 'component:default/cart' });
    await expect(book.stop(of('cart'), acting('k9'))).rejects.toMatchObject({
      code: 'invalid-entity-ref',
    });
  });

  it('stops no environment that there is not: whoever mistyped it must not think the line stands still', async () => {
    const { store } = approvalWorld(knex);
    const book = DefaultStopBook.create({ store, environments: ['test'] });
    const of = (environment: string) => ({
      ...input(),
      scope: { environment },
    });
    await expect(book.stop(of('tset'), acting('k10'))).rejects.toMatchObject({
      code: 'unknown-environment',
    });
    expect(await book.stop(of('test'), acting('k11'))).toBeDefined();
    await expect(
      book.stop(of('prodution'), acting('k12')),
    ).rejects.toMatchObject({ code: 'unknown-environment' });
  });

  it('stops no source that there is not, and one that was taken away while a request of it is left', async () => {
    const { store, engine } = approvalWorld(knex);
    const book = DefaultStopBook.create({ store, sources: () => ['east'] });
    const of = (source: string) => ({ ...input(), scope: { source } });
    await expect(book.stop(of('wset'), acting('k13'))).rejects.toMatchObject({
      code: 'unknown-source',
    });
    await expect(book.stop(of('west'), acting('k14'))).rejects.toMatchObject({
      code: 'unknown-source',
    });
    expect(await book.stop(of('east'), acting('k15'))).toBeDefined();
    await engine.open(draftOf('gate|west|run-1|approve|1'));
    expect(await book.stop(of('west'), acting('k16'))).toBeDefined();
  });

  it('says of a stop that nobody knows that there is none', async () => {
    const { book } = open();
    expect(
      await book.lift('nowhere', { reason: 'x' }, acting('k6')),
    ).toBeUndefined();
  });

  it('shows what ended by itself for a day', async () => {
    const { book, clock } = open();
    const { id: stop } = await book.stop(input(), acting('k7'));
    const shown = async () =>
      (await book.list()).some(item => item.id === stop);
    clock.ahead += 20 * hour;
    expect(await shown()).toBe(true);
    clock.ahead += 10 * hour;
    expect(await shown()).toBe(false);
  });
});
