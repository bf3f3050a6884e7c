import { TestDatabases } from '@backstage/backend-test-utils';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { countWrites } from '../__testUtils__/countWrites';
import { openRunsStore } from '../__testUtils__/openRunsStore';
import { runsFacts } from '../__testUtils__/runsFacts';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const RUNS = 10_000;
const PIPELINES = 500;
const PAGE = 200;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** A run with as much to it as a real one has: eight stages of three hundred bytes, and what its tool said beside them. */
function run(at: number) {
  return runsFacts.run(
    `run-${at}`,
    {
      status: at < RUNS - PIPELINES ? 'succeeded' : 'running',
      stages: Object.fromEntries(
        Array.from({ length: 8 }, (_, stage) => [
          `stage-${stage}`,
          'succeeded' as const,
        ]),
      ),
    },
    {
      pipelineKey: `app-${at % PIPELINES}`,
      agentKey: `piped-${at % 5}`,
      commit: { sha: 'a'.repeat(40), message: 'x'.repeat(300) },
    },
  );
}

describe('10,000 runs of 500 pipelines', () => {
  it('are stored with memory that does not grow with them, and written no second time', async () => {
    const knex = await databases.init('SQLITE_3');
    const { store, facet } = await openRunsStore(knex);
    const heap = () => {
      facet.inputs.length = 0;
      collectGarbage();
      return process.memoryUsage().heapUsed / 1024 / 1024;
    };
    const tell = async (from: number, to: number) => {
      for (let at = from; at < to; at += PAGE) {
        await store.change({
          lane: 'runs',
          upserts: Array.from({ length: PAGE }, (_, one) => run(at + one)),
          deletes: [],
          checkpoint: String(at + PAGE),
        });
      }
    };
    await tell(0, 2000);
    const before = heap();
    await tell(2000, RUNS);
    // A run is 4 KB of facts and states: kept, 8,000 of them would be 32 MB.
    expect(heap() - before).toBeLessThan(8);
    expect(await knex('inventory_run').pluck('id')).toHaveLength(RUNS);
    expect(store.objectsOf('runs')).toBe(RUNS);

    const written = await countWrites(knex);
    await tell(0, RUNS);
    expect(await written()).toEqual({});
  });

  it('cost one derivation for each active run when their agent goes offline, and none for the others', async () => {
    const knex = await databases.init('SQLITE_3');
    const { store, facet } = await openRunsStore(knex);
    await store.change({
      lane: 'runs',
      upserts: [
        runsFacts.agent('piped-0'),
        ...Array.from({ length: 2000 }, (_, at) => run(RUNS - 2000 + at)),
      ],
      deletes: [],
      checkpoint: '1',
    });
    const written = await countWrites(knex);
    facet.inputs.length = 0;
    await store.change({
      lane: 'runs',
      upserts: [runsFacts.agent('piped-0', { state: 'offline' })],
      deletes: [],
    });
    expect(facet.inputs).toHaveLength(PIPELINES / 5);
    const writes = await written();
    expect(writes['inventory_agent update']).toBe(1);
    // Once to note that it is due, once with what came of it.
    expect(writes['inventory_run update']).toBe((2 * PIPELINES) / 5);
  });
});
