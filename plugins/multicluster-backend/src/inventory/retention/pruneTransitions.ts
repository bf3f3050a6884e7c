import { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';

const ROWS = 500;
const PAUSE_MS = 50;

/** Deletes transitions from before that time, in batches that nobody notices. Gives back how many. */
export async function pruneTransitions(
  knex: Knex,
  before: number,
  signal: AbortSignal,
): Promise<number> {
  let deleted = 0;
  while (!signal.aborted) {
    const ids = await knex('inventory_transition')
      .where('at', '<', before)
      .orderBy('at')
      .limit(ROWS)
      .pluck('id');
    deleted += await knex('inventory_transition').whereIn('id', ids).delete();
    if (ids.length < ROWS) {
      break;
    }
    await setTimeout(PAUSE_MS, undefined, { signal }).catch(() => {});
  }
  return deleted;
}
