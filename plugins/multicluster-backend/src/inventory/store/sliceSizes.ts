import { Knex } from 'knex';
import { isSqlite } from '../sql/isSqlite';

/** How large slices may be and how long they should take: on SQLite everybody in the process waits for each. */
export function sliceSizes(knex: Knex): {
  targetMs: number;
  start: number;
  largest: number;
} {
  return isSqlite(knex)
    ? { targetMs: 20, start: 50, largest: 500 }
    : { targetMs: 60, start: 200, largest: 500 };
}
