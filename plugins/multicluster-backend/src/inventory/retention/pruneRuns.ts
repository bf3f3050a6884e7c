import { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import { deleteRows } from '../sql/deleteRows';
import { inList } from '../sql/inList';

const ROWS = 500;
const PAUSE_MS = 50;

/**
 * Deletes runs that were over before that time, in batches that nobody notices, with what is kept of them, and pipelines that
 * are gone and have no run left.
 */
export async function pruneRuns(
  knex: Knex,
  before: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const rows: Array<{ id: number; pipeline_id: number }> = await knex(
      'inventory_run',
    )
      .where('finished_at', '<', before)
      .orderBy('finished_at')
      .limit(ROWS)
      .select('id', 'pipeline_id');
    await deleteRuns(knex, rows);
    if (rows.length < ROWS) {
      return;
    }
    await setTimeout(PAUSE_MS, undefined, { signal }).catch(() => {});
  }
}

async function deleteRuns(
  knex: Knex,
  rows: Array<{ id: number; pipeline_id: number }>,
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const pipelineIds = [...new Set(rows.map(row => row.pipeline_id))];
  await knex.transaction(async trx => {
    const gates = await trx('inventory_run as r')
      .join('inventory_gate_fact as g', join =>
        join
          .on('g.source_id', 'r.source_id')
          .andOn('g.run_key', 'r.key'),
      )
      .where(inList(trx, 'r.id', ids, 'integer'))
      .pluck('g.id');
    await deleteRows(trx, 'inventory_gate_fact', 'id', gates);
    await deleteRows(trx, 'inventory_gate', 'run_id', ids);
    await deleteRows(trx, 'run_demand', 'run_id', ids);
    await deleteRows(trx, 'inventory_run', 'id', ids);
    const idle = await trx('inventory_pipeline as p')
      .where(inList(trx, 'p.id', pipelineIds, 'integer'))
      .where('p.present', false)
      .whereNotExists(
        trx('inventory_run as r')
          .select(trx.raw('1'))
          .whereRaw('r.pipeline_id = p.id'),
      )
      .pluck('p.id');
    await deleteRows(trx, 'pipeline_match', 'pipeline_id', idle);
    await deleteRows(trx, 'inventory_pipeline', 'id', idle);
  });
}
