import path from 'node:path';
import knexFactory, { Knex } from 'knex';
import { Bench } from '../lib/Bench';
import { percentile } from '../lib/percentile';
import { root } from '../lib/root';

const RUNS = 10_000;
const READS = 500;

type Open = (knex: Knex, runs: number) => Promise<() => Promise<object>>;

function openManyRuns(): Open {
  // Not an import: no package offers its inside, and the tests of the view read the very same inventory.
  const file = path.resolve(
    root,
    'plugins/multicluster-backend/src/__testUtils__/openManyRuns',
  );
  return (require(file) as { openManyRuns: Open }).openManyRuns;
}

/**
 * Which version of a service is in which environment: our own part of an answer, one after the other, from a file that holds
 * runs of 30 pipelines with their stages and changes.
 */
export const promotionBench: Bench = {
  name: 'promotion',
  async run({ dir }) {
    const knex = knexFactory({
      client: 'better-sqlite3',
      useNullAsDefault: true,
      connection: { filename: path.join(dir, 'promotion.sqlite') },
    });
    try {
      const read = await openManyRuns()(knex, RUNS);
      for (let n = 0; n < READS / 10; n++) {
        await read();
      }
      const durations: number[] = [];
      let bytes = 0;
      for (let n = 0; n < READS; n++) {
        const begun = performance.now();
        const view = await read();
        durations.push(performance.now() - begun);
        bytes = Buffer.byteLength(JSON.stringify(view));
      }
      return {
        bars: [
          {
            what: `promotion of one entity, ${RUNS} stored runs, own time p50`,
            value: percentile(durations, 0.5),
            unit: 'ms',
            bar: 15,
          },
        ],
        notes: {
          'promotion own time p99 (ms)': percentile(durations, 0.99),
          'promotion of one entity (KiB)': bytes / 1024,
        },
      };
    } finally {
      await knex.destroy();
    }
  },
};
