import { Knex } from 'knex';
import { RunChange } from '../rules/runIntervals';
import { newestOfEach } from './newestOfEach';

/** Newest changes of a run that are looked at. */
const NEWEST = 200;

/** Reads what changed of some runs, oldest first, in one statement. */
export async function selectRunChanges(
  knex: Knex,
  runIds: number[],
): Promise<RunChange[]> {
  const rows = await newestOfEach<
    number,
    { subject_id: number; subject: string; to_value: string; at: number }
  >(
    knex,
    runIds,
    id => [
      knex('inventory_transition')
        .where({ subject_type: 'run', subject_id: id })
        .orderBy('id', 'desc')
        .limit(NEWEST)
        .select('id'),
    ],
    among =>
      knex('inventory_transition as t')
        .where(among('t.id'))
        .orderBy('t.id')
        .select('t.subject_id', 't.subject', 't.to_value', 't.at'),
  );
  return rows.map(row => ({
    runRowId: row.subject_id,
    subject: row.subject,
    to: row.to_value,
    at: Number(row.at),
  }));
}
