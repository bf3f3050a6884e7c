import { Knex } from 'knex';

/** Every transition as a line of text, ordered by its text. */
export async function transitionLines(knex: Knex): Promise<string[]> {
  const rows = await knex('inventory_transition');
  return rows
    .map(
      row =>
        `${row.subject_type} ${row.subject} ${row.field}: ${
          row.from_value ?? 'nothing'
        } → ${row.to_value}`,
    )
    .sort();
}
