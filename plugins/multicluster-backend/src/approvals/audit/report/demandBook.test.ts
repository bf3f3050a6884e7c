import { Knex } from 'knex';
import { testDatabases } from '../../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../../inventory/sql/applyMigrations';
import { demandAt } from './demandAt';
import { demandBook } from './demandBook';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('demandBook on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
  });

  afterEach(() => knex.destroy());

  const shown = async () =>
    (await demandBook.read(knex)).map(
      ({ environment, until }) =>
        `${environment || 'observed'}${until === undefined ? '' : ' ended'}`,
    );

  it('keeps when policies began to ask, whichever replicas start and how often', async () => {
    await Promise.all(
      [1, 2, 3].map(() => demandBook.note(knex, ['production', 'production'])),
    );
    const first = await demandBook.read(knex);
    expect(first.map(({ environment }) => environment).sort()).toEqual([
      '',
      'production',
    ]);
    await demandBook.note(knex, ['production']);
    expect(await demandBook.read(knex)).toEqual(first);
  });

  it('keeps what was asked before, where policies stop to ask and begin again', async () => {
    await demandBook.note(knex, ['production', 'test']);
    await demandBook.note(knex, ['test']);
    expect((await shown()).sort()).toEqual([
      'observed',
      'production ended',
      'test',
    ]);
    await demandBook.note(knex, ['production', 'test']);
    expect((await shown()).sort()).toEqual([
      'observed',
      'production',
      'production ended',
      'test',
    ]);
    const demands = await demandBook.read(knex);
    expect(demandAt(demands, 'production', Date.now() + 60_000)).toBe('asked');
  });
});
