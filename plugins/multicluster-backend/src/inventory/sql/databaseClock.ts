import { Knex } from 'knex';
import { isSqlite } from './isSqlite';

/**
 * Milliseconds since the epoch by the clock of the database, as an SQL expression.
 *
 * Leases are compared by this clock and no other: replicas whose own clocks differ would take each other's leases.
 */
export function databaseClock(knex: Knex): string {
  return isSqlite(knex)
    ? "CAST(unixepoch('subsec') * 1000 AS INTEGER)"
    : '(extract(epoch from clock_timestamp()) * 1000)::bigint';
}
