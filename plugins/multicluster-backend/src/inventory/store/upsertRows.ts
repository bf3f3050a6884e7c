import { Knex } from 'knex';
import { Columns } from '../sql/Columns';
import { insertRows } from '../sql/insertRows';
import { updateRows } from '../sql/updateRows';

/**
 * Updates the rows that have an id, inserts the others and tells them theirs. What identifies a row is not updated: that it
 * stays the same would cost as much as if it changed.
 *
 * @param options - `key`: a column that names a row within what is written; `identity`: columns that never change; `stamp`:
 * adds what every row of the transaction carries
 */
export async function upsertRows(
  trx: Knex,
  writes: object[],
  options: {
    table: string;
    columns: Columns;
    key: string;
    identity: readonly string[];
    stamp(row: object): Record<string, unknown>;
  },
): Promise<void> {
  const { table, columns, key, identity, stamp } = options;
  const rows = writes as Array<Record<string, unknown>>;
  const inserts = rows.filter(row => !row.id);
  const changing = Object.entries(columns).filter(
    ([name]) => !identity.includes(name),
  );
  await updateRows(
    trx,
    table,
    ['id'],
    { id: 'integer', ...Object.fromEntries(changing) },
    rows.filter(row => row.id).map(stamp),
  );
  const ids = await insertRows<{ id: number; key: string }>(
    trx,
    table,
    columns,
    inserts.map(stamp),
    { returning: ['id', `${key} AS key`] },
  );
  const byKey = new Map(ids.map(row => [row.key, row.id]));
  for (const row of inserts) {
    row.id = byKey.get(String(row[key]));
  }
}
