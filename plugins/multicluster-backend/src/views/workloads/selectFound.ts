import { Knex } from 'knex';
import { narrowToWindow, windows } from './windows';

/**
 * Ids of what a list finds; undefined when that is more than `most`. A filter that finds little reads every workload: once
 * here, and not once for each condition that workloads are ranked by. One that finds much is soon known to.
 */
export async function selectFound(
  knex: Knex,
  list: () => Knex.QueryBuilder,
  most: number,
): Promise<number[] | undefined> {
  const ids: number[] = [];
  for await (const window of windows(knex)) {
    const query = list()
      // Where the stretch lies together: without it, SQLite may read every row to see whether it is part of it.
      .orderBy(['w.namespace', 'w.name', 'w.id'])
      .limit(most + 1 - ids.length);
    narrowToWindow(query, window);
    ids.push(...(await query.pluck('w.id')));
    if (ids.length > most) {
      return undefined;
    }
  }
  return ids;
}
