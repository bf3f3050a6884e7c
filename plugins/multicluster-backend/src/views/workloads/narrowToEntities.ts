import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { EntityScope } from './selectEntityScope';

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
