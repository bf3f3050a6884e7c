import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';

/** Which of some rows of `inventory_workload` are an entity's, as somebody else than the entity says. */
export async function selectConfirmedWorkloads(
  knex: Knex,
  { entityRef, workloadIds }: { entityRef: string; workloadIds: number[] },
): Promise<ReadonlySet<number>> {
  const ids: number[] = await knex('entity_match')
    .where({ entity_ref: entityRef, confirmed: true })
    .where(inList(knex, 'workload_id', workloadIds, 'integer'))
    .pluck('workload_id');
  return new Set(ids.map(Number));
}
