/** What we use of a connection of better-sqlite3 beside the query builder. */
export interface SqliteConnection {
  prepare(sql: string): {
    run(...values: unknown[]): unknown;
    get(...values: unknown[]): unknown;
  };
}
