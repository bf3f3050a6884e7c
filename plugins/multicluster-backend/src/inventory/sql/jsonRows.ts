import { Knex } from 'knex';
import { Columns } from './Columns';
import { isSqlite } from './isSqlite';
import { toJson } from './toJson';

type Row = Record<string, unknown>;

/**
 * A table expression over rows that travel as one JSON parameter.
 *
 * @remarks
 * One parameter keeps the text of a statement the same for any number of rows, and stays clear of the engines' limits on
 * the number of parameters. Used as `FROM ${sql}`; the columns are those of `columns`, and what a row lacks is null.
 */
export function jsonRows(
  knex: Knex,
  columns: Columns,
  rows: object[],
): { sql: string; binding: string } {
  const names = Object.keys(columns);
  if (isSqlite(knex)) {
    const select = names.map((name, at) => `value->>'$[${at}]' AS "${name}"`);
    return {
      sql: `(SELECT ${select.join(', ')} FROM json_each(?)) AS r`,
      binding: toJson(
        rows.map(row => names.map(name => (row as Row)[name] ?? null)),
      ),
    };
  }
  const types = names.map(name => `"${name}" ${columns[name]}`);
  return {
    sql: `json_to_recordset(?::json) AS r(${types.join(', ')})`,
    binding: toJson(rows.map(row => pick(row as Row, names))),
  };
}

function pick(row: Row, names: string[]): Row {
  const picked: Row = {};
  for (const name of names) {
    picked[name] = row[name];
  }
  return picked;
}
