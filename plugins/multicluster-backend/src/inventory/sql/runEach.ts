import { Knex } from 'knex';
import { Columns } from './Columns';
import { SqliteConnection } from './SqliteConnection';
import { storableText } from './storableText';

/**
 * Runs a statement on SQLite once for each row, with the values of its columns.
 *
 * @remarks
 * Here nothing travels, so that one statement for all rows saves nothing: its rows would be written as JSON by us and
 * parsed by SQLite, which costs as much as all the rest of an insert. It holds up everything else in the process; callers
 * keep their slices short.
 *
 * @returns what the statement gave back for each row, when `returning` is set
 */
export async function runEach<R extends object>(
  knex: Knex,
  sql: string,
  names: Array<keyof Columns>,
  rows: object[],
  options: { returning: boolean },
): Promise<R[]> {
  const connection: SqliteConnection = await knex.client.acquireConnection();
  try {
    const statement = connection.prepare(sql);
    const given: R[] = [];
    for (const row of rows as Array<Record<string, unknown>>) {
      const values = names.map(name => bound(row[name]));
      if (options.returning) {
        given.push(statement.get(...values) as R);
      } else {
        statement.run(...values);
      }
    }
    return given;
  } finally {
    await knex.client.releaseConnection(connection);
  }
}

function bound(value: unknown): unknown {
  if (typeof value === 'string') {
    return storableText(value);
  }
  return typeof value === 'boolean' ? Number(value) : value ?? null;
}
