import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../inventory/sql/applyMigrations';
import { approvalWorld } from '../__testUtils__/approvalWorld';
import { draftOf } from '../__testUtils__/draftOf';
import { ApprovalCondition } from './ApprovalCondition';
import { selectGranted } from './selectGranted';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('selectGranted on %s', id => {
  let knex: Knex;
  let west: string;
  let east: string;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations({}, knex);
    const { engine } = approvalWorld(knex);
    west = (await engine.open(draftOf('west'))).request.id;
    east = (await engine.open(draftOf('east', { source: 'east' }))).request.id;
  });

  const inWest: ApprovalCondition = { field: 'source', values: ['west'] };
  const inEast: ApprovalCondition = { field: 'source', values: ['east'] };

  /** @returns what is granted on both, and how often the database was asked */
  async function ask(
    may: { vote: ApprovalCondition; resolve: ApprovalCondition },
    only?: ApprovalCondition,
    ids = [west, east],
  ) {
    let statements = 0;
    const count = () => {
      statements += 1;
    };
    knex.on('query', count);
    const granted = await selectGranted(
      knex,
      { vote: ids, resolve: ids },
      { by: {}, may: { ...may, breakGlass: 'none' } },
      only,
    );
    knex.removeListener('query', count);
    return { west: granted(west), east: granted(east), statements };
  }

  it('says of each request what each condition holds for', async () => {
    expect(await ask({ vote: inWest, resolve: inEast })).toEqual({
      west: { vote: true, resolve: false },
      east: { vote: false, resolve: true },
      statements: 2,
    });
  });

  it('asks one condition once, and what is for all or nobody never', async () => {
    const both = await ask({ vote: inWest, resolve: inWest });
    expect(both.statements).toBe(1);
    expect(both.east).toEqual({ vote: false, resolve: false });
    expect(await ask({ vote: 'all', resolve: 'none' })).toEqual({
      west: { vote: true, resolve: false },
      east: { vote: true, resolve: false },
      statements: 0,
    });
  });

  it('does not ask again by what the requests were found, and by nothing else spares itself the question', async () => {
    const found = await ask({ vote: inWest, resolve: inEast }, inWest, [west]);
    expect(found.west).toEqual({ vote: true, resolve: false });
    expect(found.statements).toBe(1);
  });
});
