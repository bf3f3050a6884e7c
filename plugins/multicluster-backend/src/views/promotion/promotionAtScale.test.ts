import { Knex } from 'knex';
import { explainReads } from '../../__testUtils__/explainReads';
import { openManyRuns } from '../../__testUtils__/openManyRuns';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';

const databases = testDatabases();

/** What is read whole: tables with a row for each source, lane or cluster, the one entity that is asked about, and a list that was sent. */
const SMALL = /^SCAN (s|c|e|json_each|inventory_(source|lane|cluster))\b/;
/** Steps over what another line of the plan has read. */
const READ_BEFORE = /^SCAN (CONSTANT ROW|part\d+)\b/;

// The other engine plans by statistics, which a test does not have.
describe.each(
  databases.eachSupportedId().filter(([id]) => id.startsWith('SQLITE')),
)('promotion of one entity with 10,000 stored runs on %s', id => {
  let knex: Knex;
  let read: Awaited<ReturnType<typeof openManyRuns>>;

  beforeAll(async () => {
    knex = await databases.init(id);
    read = await openManyRuns(knex, 10_000);
  }, 120_000);

  it('is read in eight statements, beside what all views share', async () => {
    await read();
    const statements: string[] = [];
    const listen = ({ sql }: { sql: string }) => statements.push(sql);
    knex.on('query', listen);
    const view = await read();
    knex.off('query', listen);
    expect(statements).toHaveLength(8);
    expect(view.environments.map(item => item.health)).toEqual(
      Array(3).fill('healthy'),
    );
    expect(view.environments[2].commit).toBeDefined();
    expect(view.leadTime).toBeDefined();
  });

  it('is found by an index in every statement', async () => {
    const reads = await explainReads(knex, read);
    const tables = reads.map(({ sql }) => sql).join(' ');
    for (const table of ['run', 'transition', 'pipeline', 'target']) {
      expect(tables).toContain(`inventory_${table}`);
    }
    const slow = reads.flatMap(({ sql, plan }) =>
      plan
        .filter(
          line =>
            (line.startsWith('SCAN') &&
              !SMALL.test(line) &&
              !READ_BEFORE.test(line)) ||
            line.includes('AUTOMATIC'),
        )
        .map(line => `${line}: ${sql}`),
    );
    expect(slow).toEqual([]);
  });
});
