import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';

/** An entity that a workload belongs to. */
export interface EntityOwner {
  entityRef: string;
  owner?: string;
}

/**
 * Entities of workloads and who owns them, by workload id. Confirmed matches alone: by a mere claim anyone could make
 * themselves the owner of a lost service.
 */
export async function selectEntityOwners(
  knex: Knex,
  workloadIds: number[],
): Promise<Map<number, EntityOwner[]>> {
  const rows = await knex('entity_match as m')
    .leftJoin('entity_claim as c', 'c.entity_ref', 'm.entity_ref')
    .where(inList(knex, 'm.workload_id', workloadIds, 'integer'))
    .where('m.confirmed', true)
    .orderBy('m.entity_ref')
    .select('m.workload_id', 'm.entity_ref', 'c.owner_ref');
  const owners = new Map<number, EntityOwner[]>();
  for (const row of rows) {
    const list = owners.get(row.workload_id) ?? [];
    list.push({
      entityRef: row.entity_ref,
      ...(row.owner_ref && { owner: row.owner_ref }),
    });
    owners.set(row.workload_id, list);
  }
  return owners;
}
