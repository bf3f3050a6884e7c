import { inList } from '../../inventory/sql/inList';
import { latestRun } from '../pipelines/latestRun';
import { Deployed } from './Deployed';
import { RunViewOptions } from './RunViewOptions';
import { readDeployed } from './readDeployed';
import { RunRecord } from './RunRecord';

/**
 * What became of what runs delivered, by id of the run, in three statements. What is on a control plane now is of the latest
 * run of its pipeline; an older one says nothing of it.
 */
export async function readDeployedByLatest(
  { knex, sources, health }: RunViewOptions,
  runs: RunRecord[],
): Promise<ReadonlyMap<number, Deployed>> {
  const told = runs.filter(({ derived }) => derived.status === 'succeeded');
  if (told.length === 0) {
    return new Map();
  }
  const ids = [...new Set(told.map(({ pipeline }) => pipeline.id))];
  const [rows, fleet] = await Promise.all([
    knex('inventory_pipeline as p')
      .where(inList(knex, 'p.id', ids, 'integer'))
      .select(knex.raw('? as latest_id', [latestRun(knex)])),
    health.read('fleet'),
  ]);
  const newest = new Set(rows.map(row => Number(row.latest_id)));
  const latest = told.filter(({ id }) => newest.has(id));
  const deployed = await readDeployed(
    knex,
    sources,
    latest.map(({ pipeline }) => pipeline),
    fleet,
  );
  return new Map(
    latest.flatMap(({ id, pipeline }) => {
      const own = deployed.get(pipeline.id);
      return own ? [[id, own] as const] : [];
    }),
  );
}
