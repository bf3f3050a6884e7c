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
  rows: object[],
  options: {
    columns: Columns;
    /** The columns in the order of the placeholders. */
    names: Array<keyof Columns>;
    returning: boolean;
  },
): Promise<R[]> {
  const { columns, names, returning } = options;
  const connection: SqliteConnection = await knex.client.acquireConnection();
  try {
    const statement = connection.prepare(sql);
    const given: R[] = [];
    for (const row of rows as Array<Record<string, unknown>>) {
      const values = names.map(name => bound(row[name], columns[name]));
      if (returning) {
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

function bound(value: unknown, type: Columns[string]): unknown {
  if (typeof value === 'string') {
    return type === 'json' ? value : storableText(value);
  }
  return typeof value === 'boolean' ? Number(value) : value ?? null;
}
