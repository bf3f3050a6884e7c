import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { idempotencyBook } from './idempotencyBook';

jest.setTimeout(60_000);

const databases = testDatabases();

const ANN = { caller: 'user:default/ann', fingerprint: 'f1', now: 1 };

describe.each(databases.eachSupportedId())('idempotencyBook on %s', id => {
  let knex: Knex;

  const claim = (asked: typeof ANN & { key: string }) =>
    knex.transaction(trx => idempotencyBook.claim(trx, asked));
  const answer = (key: string, body: string) =>
    knex.transaction(trx =>
      idempotencyBook.store(trx, { caller: ANN.caller, key, body }),
    );

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
  });

  it('gives a key to whoever asks first, and the answer to a repetition', async () => {
    expect(await claim({ ...ANN, key: 'first' })).toBeUndefined();
    await answer('first', '{"n":1}');
    expect(await claim({ ...ANN, key: 'first' })).toBe('{"n":1}');
    const row = await knex('approval_idempotency')
      .where('key', 'first')
      .first();
    expect(Number(row.created_at)).toBe(ANN.now);
  });

  it('says of one that is not answered yet that it is under way', async () => {
    await claim({ ...ANN, key: 'open' });
    await expect(claim({ ...ANN, key: 'open' })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_PENDING',
    });
  });

  it('takes a key for one wish of one caller alone', async () => {
    await claim({ ...ANN, key: 'own' });
    await answer('own', '1');
    const refused = { code: 'IDEMPOTENCY_MISMATCH' };
    await expect(
      claim({ ...ANN, key: 'own', fingerprint: 'f2' }),
    ).rejects.toMatchObject(refused);
    await expect(
      claim({ ...ANN, key: 'own', caller: 'user:default/bob' }),
    ).rejects.toMatchObject(refused);
    expect(await knex('approval_idempotency').where('key', 'own')).toHaveLength(
      1,
    );
  });

  it('answers who asks at the same moment as the first was answered', async () => {
    const ask = () =>
      knex.transaction(async trx => {
        const known = await idempotencyBook.claim(trx, { ...ANN, key: 'both' });
        if (known === undefined) {
          const { caller } = ANN;
          await idempotencyBook.store(trx, { caller, key: 'both', body: '7' });
        }
        return known;
      });
    expect(await Promise.all([ask(), ask()])).toEqual(
      expect.arrayContaining([undefined, '7']),
    );
  });
});
