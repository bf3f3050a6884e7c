import { Fence, FencedTransaction } from './FencedTransaction';

/** Forgets how far every lane is stored, and asks for every placement to be derived again, if the rules are new. */
export async function adoptVersion(
  transaction: FencedTransaction,
  { sourceId, facet }: Fence,
  version: string | null,
): Promise<void> {
  await transaction.run(async trx => {
    const key = { source_id: sourceId, facet };
    const row = await trx('inventory_lease').first('version').where(key);
    if ((row?.version ?? null) === version) {
      return;
    }
    await trx('inventory_lane').where(key).update({ checkpoint: null });
    await trx('inventory_fanout')
      .insert({
        source_id: sourceId,
        namespace: '',
        after_id: 0,
        quiet: false,
      })
      .onConflict(['source_id', 'namespace'])
      .merge(['after_id', 'quiet']);
    await trx('inventory_lease').where(key).update({ version });
  });
}
