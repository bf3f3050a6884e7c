import { TestDatabases } from '@backstage/backend-test-utils';
import { RunStatus } from '@fairway/backstage-plugin-multicluster-common';
import { RunsFact } from '@fairway/backstage-plugin-multicluster-node';
import fc from 'fast-check';
import { Knex } from 'knex';
import { openRunsStore } from '../__testUtils__/openRunsStore';
import { runsFacts } from '../__testUtils__/runsFacts';
import { runsSnapshot } from '../__testUtils__/runsSnapshot';
import { sortedJson } from './sortedJson';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const { agent, gate, pipeline, run } = runsFacts;

const names = ['1', '2', '3'] as const;
const pipelines = ['shop', 'bank'] as const;
const statuses: RunStatus[] = [
  'pending',
  'running',
  'waiting',
  'succeeded',
  'failed',
];

const runFacts: fc.Arbitrary<RunsFact> = fc
  .record({
    key: fc.constantFrom(...names),
    pipelineKey: fc.constantFrom(...pipelines),
    agentKey: fc.constantFrom('piped-1', undefined),
    status: fc.constantFrom(...statuses),
  })
  .map(({ key, pipelineKey, agentKey, status }) =>
    run(
      `${pipelineKey}-${key}`,
      { status, stages: { approve: status } },
      { pipelineKey, ...(agentKey && { agentKey }) },
    ),
  );

const facts: fc.Arbitrary<RunsFact> = fc.oneof(
  { weight: 6, arbitrary: runFacts },
  fc
    .record({
      key: fc.constantFrom('piped-1', 'piped-2'),
      state: fc.constantFrom('online' as const, 'offline' as const),
    })
    .map(({ key, state }) => agent(key, { state })),
  fc
    .record({
      key: fc.constantFrom(...pipelines),
      agentKey: fc.constantFrom('piped-1', 'piped-2', undefined),
      name: fc.constantFrom('old', 'new'),
    })
    .map(({ key, agentKey, name }) =>
      pipeline(key, { name, ...(agentKey && { agentKey }) }),
    ),
  fc
    .record({
      key: fc.constantFrom('g', 'h'),
      runKey: fc.constantFrom('shop-1', 'bank-2'),
      state: fc.constantFrom('pending', 'approved'),
    })
    .map(({ key, runKey, state }) => gate(key, runKey, state)),
);

const idOf = ({ type, key }: RunsFact) => `${type} ${key}`;

describe('RunsStore', () => {
  it('comes to the same states in whatever order the same facts are told, in however many batches', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(facts, { selector: idOf, maxLength: 14 }).chain(list =>
          fc.record({
            first: fc.constant(list),
            second: fc.shuffledSubarray(list, { minLength: list.length }),
            cuts: fc.array(fc.nat({ max: 14 }), { maxLength: 5 }),
            restart: fc.boolean(),
          }),
        ),
        async ({ first, second, cuts, restart }) => {
          const one = await tell(first, [], false);
          const other = await tell(second, cuts, restart);
          expect(other).toEqual(one);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('comes to what a first look would have given, whatever was changed and deleted before', async () => {
    const step = fc.oneof(
      { weight: 6, arbitrary: facts.map(fact => ({ fact, deleted: false })) },
      { weight: 1, arbitrary: facts.map(fact => ({ fact, deleted: true })) },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 30, size: 'max' }),
        async steps => {
          const world = new Map<string, RunsFact>();
          const knex = await databases.init('SQLITE_3');
          const { store } = await openRunsStore(knex);
          for (const { fact, deleted } of steps) {
            if (deleted) {
              world.delete(idOf(fact));
            } else {
              world.set(idOf(fact), fact);
            }
            await store.change({
              lane: 'all',
              upserts: deleted ? [] : [fact],
              deletes: deleted ? [fact] : [],
            });
          }
          const result = await statesOf(knex);
          // What is over is not derived again: it may show what was beside it when it ended.
          expect(result).toEqual(await tell([...world.values()], [], false));
        },
      ),
      { numRuns: 120 },
    );
  });
});

async function tell(
  facts_: RunsFact[],
  cuts: number[],
  restart: boolean,
): Promise<string[]> {
  const knex = await databases.init('SQLITE_3');
  const { store, reopen } = await openRunsStore(knex);
  let current = store;
  const ends = [...new Set([...cuts, facts_.length])].sort((a, b) => a - b);
  let from = 0;
  for (const to of ends) {
    await current.change({
      lane: 'all',
      upserts: facts_.slice(from, to),
      deletes: [],
    });
    current = restart ? reopen() : current;
    from = to;
  }
  return statesOf(knex);
}

/** Everything derived, and nothing left to derive. */
async function statesOf(knex: Knex): Promise<string[]> {
  expect(await knex('inventory_run').whereNotNull('recheck_at')).toEqual([]);
  const runs = await knex('inventory_run').orderBy('key');
  const lines = [
    ...(await runsSnapshot(knex)),
    ...runs.map(row => {
      const { firstSeen: _, ...derived } = JSON.parse(row.derived);
      return `${row.key} ${row.fact_hash} ${sortedJson(derived)}`;
    }),
  ];
  await knex.destroy();
  return lines;
}
