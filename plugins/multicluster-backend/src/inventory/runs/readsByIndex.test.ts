import { TestDatabases } from '@backstage/backend-test-utils';
import { RunsFact } from '@fairway/backstage-plugin-multicluster-node';
import { explainReads } from '../../__testUtils__/explainReads';
import { openRunsStore } from '../__testUtils__/openRunsStore';
import { runsFacts } from '../__testUtils__/runsFacts';
import { pruneRuns } from '../retention/pruneRuns';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const { agent, gate, pipeline, run } = runsFacts;

/** Tables of which a tool with history has thousands of rows. */
const LARGE =
  /^SCAN (r|p|g|inventory_(run|pipeline|gate|gate_fact|transition))\b/;

describe('The store of runs', () => {
  it('reads and writes by index, whatever comes and goes', async () => {
    const knex = await databases.init('SQLITE_3');
    const { store, clock } = await openRunsStore(knex);
    const tell = (upserts: RunsFact[]) =>
      store.change({ lane: 'all', upserts, deletes: [], checkpoint: '1' });
    await tell([
      agent('a'),
      pipeline('shop', { agentKey: 'a' }),
      pipeline('bank'),
      gate('g', '1'),
      run('1'),
      run('2', { status: 'pending', recheckAfterMs: 1000 }),
    ]);

    const reads = await explainReads(knex, async () => {
      await tell([
        agent('a', { state: 'offline' }),
        pipeline('shop', { name: 'The shop' }),
        gate('g', '1', 'approved'),
        run('1', { status: 'succeeded' }),
      ]);
      clock.now += 5_000;
      await store.rederive();
      await store.active();
      await store.adoptVersion('2');
      await store.rederive();
      await store.change({
        lane: 'all',
        upserts: [],
        deletes: [agent('a'), pipeline('bank'), gate('g', '1'), run('2')],
      });
      const sweep = await store.beginSweep('all');
      await sweep.page([run('3')]);
      await sweep.complete('2');
      await pruneRuns(knex, clock.now + 1, new AbortController().signal);
    });
    const slow = reads
      .map(({ sql, plan }) => ({
        sql,
        plan: plan.filter(
          line =>
            (LARGE.test(line) && !line.includes('USING COVERING INDEX')) ||
            line.includes('AUTOMATIC'),
        ),
      }))
      .filter(({ plan }) => plan.length > 0);
    expect(reads.length).toBeGreaterThan(40);
    expect(slow).toEqual([]);
  });
});
