import { Knex } from 'knex';
import { databaseClock } from '../sql/databaseClock';

const ROWS = 500;

// Rows that others refer to go last.
const TABLES: Array<[table: string, column: string, owner?: string]> = [
  ['inventory_gate', 'run_id', 'inventory_run'],
  ['run_demand', 'run_id', 'inventory_run'],
  ['inventory_run', 'id'],
  ['inventory_gate_fact', 'id'],
  ['pipeline_match', 'pipeline_id', 'inventory_pipeline'],
  ['inventory_pipeline', 'id'],
  ['inventory_agent', 'id'],
  ['source_wake', 'id'],
  ['inventory_workload_mark', 'workload_id', 'inventory_workload'],
  ['inventory_target', 'placement_id', 'inventory_placement'],
  ['inventory_placement', 'id'],
  ['inventory_workload_images', 'workload_id', 'inventory_workload'],
  ['entity_match', 'workload_id', 'inventory_workload'],
  ['inventory_workload', 'id'],
  ['inventory_policy', 'id'],
  ['inventory_cluster', 'id'],
  ['inventory_transition', 'id'],
];

/**
 * Deletes everything of sources that are no longer configured anywhere: as long as a replica observes one, it is.
 *
 * @param configured - names of all configured sources, those that cannot be used included
 */
export async function forgetSources(
  knex: Knex,
  configured: string[],
  signal: AbortSignal,
): Promise<string[]> {
  const gone = await knex('inventory_source as s')
    .whereNotIn('s.name', configured)
    .whereNotExists(
      knex('inventory_lease as l')
        .select(knex.raw('1'))
        .whereRaw(
          `l.source_id = s.id AND l.expires_at > ${databaseClock(knex)}`,
        ),
    )
    .select('s.id', 's.name');
  for (const { id } of gone) {
    for (const [table, column, owner] of TABLES) {
      await empty(knex, { table, column, owner, sourceId: id }, signal);
    }
    if (signal.aborted) {
      return [];
    }
    for (const table of [
      'inventory_fanout',
      'inventory_run_fanout',
      'inventory_note',
      'inventory_lane',
      'inventory_lease',
    ]) {
      await knex(table).where('source_id', id).delete();
    }
    await knex('inventory_source').where({ id }).delete();
  }
  return gone.map(({ name }) => name);
}

async function empty(
  knex: Knex,
  from: { table: string; column: string; owner?: string; sourceId: number },
  signal: AbortSignal,
): Promise<void> {
  const { table, column, owner, sourceId } = from;
  let afterId = 0;
  while (!signal.aborted) {
    const ids: number[] = await knex(owner ?? table)
      .where('source_id', sourceId)
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(ROWS)
      .pluck('id');
    if (ids.length === 0) {
      return;
    }
    await knex(table).whereIn(column, ids).delete();
    afterId = ids[ids.length - 1];
  }
}
