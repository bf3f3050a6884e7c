/** Columns that are written in bulk, and their types. `bigint` also holds milliseconds since the epoch. */
export type Columns = Readonly<
  Record<string, 'integer' | 'bigint' | 'real' | 'text' | 'boolean'>
>;
