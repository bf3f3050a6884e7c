import knexFactory, { Knex } from 'knex';
import { idRanges } from './idRanges';

describe('idRanges', () => {
  let knex: Knex;

  beforeEach(async () => {
    knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    await knex.schema.createTable('thing', table => table.integer('id'));
    await knex.schema.createTable('match', table => table.integer('thing_id'));
  });
  afterEach(() => knex.destroy());

  async function met(things: number[], matches: number[]) {
    for (const id of things) {
      await knex('thing').insert({ id });
    }
    for (const id of matches) {
      await knex('match').insert({ thing_id: id });
    }
    const ranges: number[][] = [];
    for await (const range of idRanges(knex, 'thing', 2)) {
      const query = knex('match').orderBy('thing_id');
      range('thing_id')(query);
      ranges.push(await query.pluck('thing_id'));
    }
    return ranges;
  }

  it('takes so many rows at a time, with what refers to rows that are gone between them and after the last', async () => {
    expect(await met([1, 4, 5, 9, 10], [1, 2, 4, 5, 7, 9, 10, 99])).toEqual([
      [1, 2, 4],
      [5, 7, 9],
      [10, 99],
    ]);
  });

  it('meets what refers to rows that are gone where none are left', async () => {
    expect(await met([], [3])).toEqual([[3]]);
  });
});
