import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { jsonText } from '../../util/jsonText';

/**
 * Entities whose workloads are listed. Those that name a cluster (`backstage.io/kubernetes-cluster`) have them there alone,
 * in lists as in their topology.
 */
export interface EntityScope {
  entityRefs: string[];
  /** The cluster or control plane that an entity names. */
  clusterOf: ReadonlyMap<string, string>;
}

/** Reads what the entities of a list say of clusters. */
export async function selectEntityScope(
  knex: Knex,
  entityRefs: string[],
): Promise<EntityScope> {
  const cluster = jsonText(knex, 'claim', 'cluster');
  const rows: Array<{ entity_ref: string; cluster: string }> = await knex(
    'entity_claim',
  )
    .where(inList(knex, 'entity_ref', entityRefs, 'text'))
    .whereRaw('? is not null', [cluster])
    .select('entity_ref', knex.raw('? as cluster', [cluster]));
  return {
    entityRefs,
    clusterOf: new Map(rows.map(row => [row.entity_ref, row.cluster])),
  };
}
