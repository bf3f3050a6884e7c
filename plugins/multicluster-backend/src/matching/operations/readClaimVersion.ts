import { Knex } from 'knex';

/**
 * Says whether any claim changed: whatever is stored moves the newest time, and whatever is deleted the number.
 */
export async function readClaimVersion(knex: Knex): Promise<string> {
  const row = await knex('entity_claim')
    .count({ count: '*' })
    .max({ newest: 'seen_at' })
    .first();
  return `${row?.count ?? 0}:${row?.newest ?? ''}`;
}
