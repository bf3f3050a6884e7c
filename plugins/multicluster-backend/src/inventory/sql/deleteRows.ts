import { Knex } from 'knex';
import { inList } from './inList';

/** Deletes the rows whose column holds one of the ids. */
export async function deleteRows(
  knex: Knex,
  table: string,
  column: string,
  ids: number[],
): Promise<void> {
  if (ids.length > 0) {
    await knex(table).where(inList(knex, column, ids, 'integer')).delete();
  }
}
