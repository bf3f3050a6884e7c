import { Knex } from 'knex';
import { Fence, FencedTransaction } from './FencedTransaction';

/**
 * Forgets how far every lane is stored, and asks for everything to be derived again, if the rules are new.
 *
 * @param rederiveAll - writes that everything is to be derived again
 */
export async function adoptVersion(
  transaction: FencedTransaction,
  { sourceId, facet }: Fence,
  version: string | null,
  rederiveAll: (trx: Knex.Transaction) => Promise<void>,
): Promise<void> {
  await transaction.run(async trx => {
    const key = { source_id: sourceId, facet };
    const row = await trx('inventory_lease').first('version').where(key);
    if ((row?.version ?? null) === version) {
      return;
    }
    await trx('inventory_lane').where(key).update({ checkpoint: null });
    await rederiveAll(trx);
    await trx('inventory_lease').where(key).update({ version });
  });
}
