import { Knex } from 'knex';
import { testDatabases } from '../../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../../inventory/sql/applyMigrations';
import { seedApproval } from '../../../__testUtils__/seedApproval';
import { twoOfShop } from '../../__testUtils__/draftOf';
import { demandAt } from './demandAt';
import { demandBook } from './demandBook';

jest.setTimeout(60_000);

const databases = testDatabases();
const directory = `${__dirname}/../../../../migrations`;
const name = '20261123000200_approval_demand.js';

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

  it('knows after an update since when requests were opened by a policy of the environment, and keeps that at the next start', async () => {
    await knex.migrate.down({ directory, name });
    const opened = (
      id_: string,
      environment: string | undefined,
      createdAt: number,
      more: object = {},
    ) => seedApproval(knex, { id: id_, environment, createdAt, ...more });
    await opened('first', 'production', 2_000);
    await opened('earlier', 'production', 1_000, { policyHash: 'p0' });
    await opened('later', 'production', 3_000);
    await opened('gone', 'staging', 5_000);
    await opened('nowhere', undefined, 100);
    await opened('built-in', 'test', 200, {
      policyHash: 'b',
      policy: { ...twoOfShop, builtIn: true },
    });
    await knex.migrate.up({ directory, name });
    expect(await demandBook.read(knex)).toEqual([
      { environment: 'production', since: 1_000 },
      { environment: 'staging', since: 5_000 },
    ]);

    await demandBook.note(knex, ['production']);
    const demands = await demandBook.read(knex);
    const at = (environment: string, moment: number) =>
      demandAt(demands, environment, moment);
    expect(at('production', 999)).toBe('before');
    expect(at('production', 1_000)).toBe('asked');
    expect(at('staging', 5_000)).toBe('asked');
    expect(at('staging', Date.now() + 60_000)).toBe('not-asked');
    expect(at('test', 300)).toBe('before');
  });
});
