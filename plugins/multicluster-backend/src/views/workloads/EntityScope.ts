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

/** Restricts a list over `w`, `s` and `p` to what is confirmed as belonging to the entities, where they have it. */
export function narrowToEntities(
  knex: Knex,
  query: Knex.QueryBuilder,
  { entityRefs, clusterOf }: EntityScope,
): void {
  const matchesOf = (refs: string[]) =>
    knex('entity_match')
      .select('workload_id')
      .where('confirmed', true)
      .where(inList(knex, 'entity_ref', refs, 'text'));
  const anywhere = entityRefs.filter(ref => !clusterOf.has(ref));
  query.where(any => {
    any.whereIn('w.id', matchesOf(anywhere));
    for (const name of new Set(clusterOf.values())) {
      const refs = entityRefs.filter(ref => clusterOf.get(ref) === name);
      any.orWhere(there =>
        there
          .whereIn('w.id', matchesOf(refs))
          .where(on =>
            on
              .where('s.name', name)
              .orWhereExists(
                knex('inventory_target as e')
                  .join('inventory_cluster as k', 'k.id', 'e.cluster_id')
                  .select(knex.raw('1'))
                  .whereRaw('e.placement_id = p.id')
                  .where('k.name', name),
              ),
          ),
      );
    }
  });
}

/**
 * Those of a workload's targets that its entities in the scope have: all of them unless every one names a cluster.
 *
 * @param workloadRefs - entities that the workload belongs to, those outside of the scope included
 */
export function targetsInScope<
  T extends { cluster: { controlPlane: string; name: string } },
>(targets: T[], workloadRefs: string[], scope: EntityScope | undefined): T[] {
  if (!scope || scope.clusterOf.size === 0) {
    return targets;
  }
  const wanted = new Set(scope.entityRefs);
  const names = workloadRefs
    .filter(ref => wanted.has(ref))
    .map(ref => scope.clusterOf.get(ref));
  return targets.filter(({ cluster }) =>
    names.some(name =>
      [undefined, cluster.name, cluster.controlPlane].includes(name),
    ),
  );
}
