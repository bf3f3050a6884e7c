import { Knex } from 'knex';
import { WritePlan } from './WritePlan';

/** Writes which placements are still to be derived again, and how far that has come. */
export async function writeFanouts(
  trx: Knex,
  sourceId: number,
  plan: WritePlan,
): Promise<void> {
  const progress = plan.fanoutProgress;
  if (progress?.after_id !== undefined) {
    await trx('inventory_fanout')
      .where({ id: progress.id })
      .update({ after_id: progress.after_id });
  } else if (progress) {
    await trx('inventory_fanout').where({ id: progress.id }).delete();
  }
  for (const [namespace, { quiet }] of plan.fanouts) {
    // Starting again at 0 is right even half way: what was done before was done with the old policy.
    await trx('inventory_fanout')
      .insert({ source_id: sourceId, namespace, after_id: 0, quiet })
      .onConflict(['source_id', 'namespace'])
      .merge(['after_id', 'quiet']);
  }
}
