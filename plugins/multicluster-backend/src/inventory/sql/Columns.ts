/**
 * Columns that are written in bulk, and their types. `bigint` also holds milliseconds since the epoch; `json` is text in
 * the table, and text that is JSON already in a row.
 */
export type Columns = Readonly<
  Record<string, 'integer' | 'bigint' | 'real' | 'text' | 'boolean' | 'json'>
>;
