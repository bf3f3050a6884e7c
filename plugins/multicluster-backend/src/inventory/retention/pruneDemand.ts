import { Knex } from 'knex';
import { databaseClock } from '../sql/databaseClock';

const WAKES_FOR_MS = 600_000;

/** Deletes what nobody looks at any more, and wake-ups that nobody who observes has read: by then it was looked at anyway. */
export async function pruneDemand(knex: Knex): Promise<void> {
  const now = databaseClock(knex);
  await knex('run_demand').whereRaw(`until < ${now}`).delete();
  await knex('source_wake')
    .whereRaw(`at < ${now} - ?`, [WAKES_FOR_MS])
    .delete();
}
