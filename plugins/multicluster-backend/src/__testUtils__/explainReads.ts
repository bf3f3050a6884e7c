import { Knex } from 'knex';

/** A statement, and how SQLite reads it. */
export interface ExplainedRead {
  sql: string;
  /** Lines of `EXPLAIN QUERY PLAN`. */
  plan: string[];
}

/** Runs something and explains every statement that it read with. SQLite alone. */
export async function explainReads(
  knex: Knex,
  run: () => Promise<unknown>,
): Promise<ExplainedRead[]> {
  const queries: Array<{ sql: string; bindings: Knex.RawBinding[] }> = [];
  const listen = (query: { sql: string; bindings: Knex.RawBinding[] }) =>
    queries.push(query);
  knex.on('query', listen);
  await run();
  knex.off('query', listen);
  const explained: ExplainedRead[] = [];
  for (const { sql, bindings } of queries) {
    const rows: Array<{ detail: string }> = await knex.raw(
      `explain query plan ${sql}`,
      bindings,
    );
    explained.push({ sql, plan: rows.map(row => row.detail) });
  }
  return explained;
}
