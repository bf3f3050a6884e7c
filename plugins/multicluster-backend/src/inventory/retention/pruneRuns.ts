import { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import { deleteRows } from '../sql/deleteRows';
import { groupBy } from '../store/groupBy';
import { inList } from '../sql/inList';

const ROWS = 500;
const PAUSE_MS = 50;

interface LaneRow {
  id: number;
  lane_id: number | null;
}

type RunRow = LaneRow & { pipeline_id: number };

/**
 * Deletes runs that were over before that time, in batches that nobody notices, with what is kept of them, and pipelines that
 * are gone and have no run left. A run that an open request for approval is about stays: without it nobody could see what
 * becomes of what is decided there.
 */
export async function pruneRuns(
  knex: Knex,
  before: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const rows: RunRow[] = await knex('inventory_run as r')
      .where('r.finished_at', '<', before)
      .whereNotExists(
        knex('approval_request as a')
          .join('inventory_source as s', 's.name', 'a.source')
          .select(knex.raw('1'))
          .whereNull('a.closed_at')
          .whereRaw('a.run_key = r.key AND s.id = r.source_id'),
      )
      .orderBy('r.finished_at')
      .limit(ROWS)
      .select('r.id', 'r.pipeline_id', 'r.lane_id');
    await deleteRuns(knex, rows);
    if (rows.length < ROWS) {
      return;
    }
    await setTimeout(PAUSE_MS, undefined, { signal }).catch(() => {});
  }
}

async function deleteRuns(knex: Knex, runs: RunRow[]): Promise<void> {
  const ids = runs.map(({ id }) => id);
  const pipelineIds = [...new Set(runs.map(row => row.pipeline_id))];
  await knex.transaction(async trx => {
    await deleteRows(trx, 'inventory_gate', 'run_id', ids);
    await deleteRows(trx, 'run_demand', 'run_id', ids);
    const gates: LaneRow[] = await trx('inventory_run as r')
      .join('inventory_gate_fact as g', join =>
        join.on('g.source_id', 'r.source_id').andOn('g.run_key', 'r.key'),
      )
      .where(inList(trx, 'r.id', ids, 'integer'))
      .select('g.id', 'g.lane_id');
    await deleteRows(trx, 'inventory_gate_fact', 'id', idsOf(gates));
    await deleteRows(trx, 'inventory_run', 'id', ids);
    const idle: LaneRow[] = await trx('inventory_pipeline as p')
      .where(inList(trx, 'p.id', pipelineIds, 'integer'))
      .where('p.present', false)
      .whereNotExists(
        trx('inventory_run as r')
          .select(trx.raw('1'))
          .whereRaw('r.pipeline_id = p.id'),
      )
      .select('p.id', 'p.lane_id');
    await deleteRows(trx, 'pipeline_match', 'pipeline_id', idsOf(idle));
    await deleteRows(trx, 'inventory_pipeline', 'id', idsOf(idle));
    await countOff(trx, [...runs, ...gates, ...idle]);
  });
}

/** Lanes tell how many rows they keep. */
async function countOff(trx: Knex, rows: LaneRow[]): Promise<void> {
  for (const [id, { length }] of groupBy(rows, row => row.lane_id)) {
    await trx('inventory_lane').where({ id }).decrement('objects', length);
  }
}

function idsOf(rows: LaneRow[]): number[] {
  return rows.map(({ id }) => id);
}
