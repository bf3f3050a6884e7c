import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { isUniqueViolation } from './isUniqueViolation';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('A row refused by %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.schema.createTable('thing', table => {
      table.string('id').primary();
      table.string('name').notNullable().unique();
    });
    await knex('thing').insert({ id: 'a', name: 'first' });
  });

  it.each([
    ['has a key that is taken', { id: 'a', name: 'other' }, true],
    ['has a name that is taken', { id: 'b', name: 'first' }, true],
    ['lacks what it must have', { id: 'c', name: null }, false],
  ])('because it %s', async (_, row, expected) => {
    const refused = await knex('thing')
      .insert(row)
      .catch((error: unknown) => error);
    expect(refused).toHaveProperty('code');
    expect(isUniqueViolation(refused)).toBe(expected);
  });
});
