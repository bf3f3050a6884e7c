import { Columns } from './Columns';
import { toJson } from './toJson';

type Row = Record<string, unknown>;

const SEPARATOR = '\x1f';

/**
 * A table expression of PostgreSQL over rows that travel in few parameters.
 *
 * @remarks
 * Columns of plain values travel as one parameter, so that the text of a statement is the same for any number of rows and
 * the engine's limit on the number of parameters is never met. Each column of JSON is a parameter of its own, its values
 * joined by a control character, which JSON holds only escaped: within the others it would be escaped by us and unescaped
 * by the engine, letter by letter, and as JSON it would be parsed there for nothing.
 *
 * Used as `FROM ${sql}`; the columns are those of `columns`, and what a row lacks is null.
 */
export function jsonRows(
  columns: Columns,
  rows: object[],
): { sql: string; bindings: string[] } {
  const names = Object.keys(columns);
  const plain = names.filter(name => columns[name] !== 'json');
  const json = names.filter(name => columns[name] === 'json');
  const types = plain.map(name => `"${name}" ${columns[name]}`);
  const sources = [
    `json_to_recordset(?::json) AS (${types.join(', ')})`,
    ...json.map(() => `unnest(string_to_array(?, chr(31), ''))`),
  ];
  const quoted = [...plain, ...json].map(name => `"${name}"`);
  return {
    sql: `ROWS FROM (${sources.join(', ')}) AS r(${quoted.join(', ')})`,
    bindings: [
      toJson(rows.map(row => pick(row as Row, plain))),
      ...json.map(name => joined(rows as Row[], name)),
    ],
  };
}

function joined(rows: Row[], name: string): string {
  return rows.map(row => row[name] ?? '').join(SEPARATOR);
}

function pick(row: Row, names: string[]): Row {
  const picked: Row = {};
  for (const name of names) {
    picked[name] = row[name];
  }
  return picked;
}
