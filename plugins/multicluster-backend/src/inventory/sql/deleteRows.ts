import { Knex } from 'knex';
import { jsonList } from './jsonList';

/** Deletes the rows whose column holds one of the ids. */
export async function deleteRows(
  knex: Knex,
  table: string,
  column: string,
  ids: number[],
): Promise<void> {
  if (ids.length > 0) {
    await knex(table).whereIn(column, jsonList(knex, ids, 'integer')).delete();
  }
}
