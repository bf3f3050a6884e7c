import { Knex } from 'knex';

/** Forgets who was told of clusters that are no longer there: nobody waits for those to be ready again. */
export async function deleteIdleNotices(knex: Knex): Promise<void> {
  await knex('cluster_notice')
    .whereNotExists(
      knex('inventory_cluster as c')
        .join('inventory_source as s', 's.id', 'c.source_id')
        .where('c.present', true)
        .whereRaw('?? = ??', ['s.name', 'cluster_notice.source'])
        .whereRaw('?? = ??', ['c.name', 'cluster_notice.cluster'])
        .select(knex.raw('1')),
    )
    .delete();
}
