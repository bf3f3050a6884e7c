import { Knex } from 'knex';
import { isDeadNeighbour } from '../../inventory/leases/isDeadNeighbour';

/** A portal that was killed and started again on the same host goes on at once with what it held. */
export async function freeDeadNeighbours(knex: Knex): Promise<void> {
  const rows = await knex('approval_step')
    .whereNotNull('lease_owner')
    .distinct('lease_owner');
  for (const { lease_owner: owner } of rows.filter(row =>
    isDeadNeighbour(String(row.lease_owner)),
  )) {
    await knex('approval_step')
      .where('lease_owner', owner)
      .update({ lease_until: 0 });
  }
}
