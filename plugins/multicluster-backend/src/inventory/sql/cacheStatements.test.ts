import { TestDatabases } from '@backstage/backend-test-utils';
import { cacheStatements } from './cacheStatements';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('cacheStatements', () => {
  async function database() {
    const knex = await databases.init('SQLITE_3');
    await knex.schema.createTable('word', table => {
      table.increments('id');
      table.text('text');
    });
    const connection = await knex.client.acquireConnection();
    const prepare = jest.spyOn(connection, 'prepare');
    await knex.client.releaseConnection(connection);
    await cacheStatements(knex);
    return { knex, prepare };
  }

  it('compiles a statement once, and gives each run its own result', async () => {
    const { knex, prepare } = await database();
    for (const text of ['one', 'two', 'three']) {
      await knex('word').insert({ text });
      expect(await knex('word').where({ text }).pluck('text')).toEqual([text]);
    }
    expect(await knex('word').pluck('id')).toEqual([1, 2, 3]);
    expect(prepare).toHaveBeenCalledTimes(3);
  });

  it('goes on with what it has compiled within transactions, and after one that failed', async () => {
    const { knex } = await database();
    for (let round = 0; round < 3; round += 1) {
      await knex.transaction(async trx => {
        await trx('word').insert({ text: `kept ${round}` });
      });
      await expect(
        knex.transaction(async trx => {
          await trx('word').insert({ text: `dropped ${round}` });
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
    }
    expect(await knex('word').orderBy('id').pluck('text')).toEqual([
      'kept 0',
      'kept 1',
      'kept 2',
    ]);
  });

  it('keeps no more than it needs', async () => {
    const { knex, prepare } = await database();
    await knex.raw('SELECT 0 AS n');
    for (let n = 1; n <= 250; n += 1) {
      await knex.raw(`SELECT ${n} AS n`);
    }
    await knex.raw('SELECT 250 AS n');
    expect(prepare).toHaveBeenCalledTimes(251);
    expect(await knex.raw('SELECT 0 AS n')).toEqual([{ n: 0 }]);
    expect(prepare).toHaveBeenCalledTimes(252);
  });
});
