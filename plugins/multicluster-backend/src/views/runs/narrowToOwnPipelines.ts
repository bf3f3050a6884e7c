import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';

/** Restricts a list over pipelines `p` to those confirmed as belonging to one of the entities. Absent: it is not restricted. */
export function narrowToOwnPipelines(
  knex: Knex,
  query: Knex.QueryBuilder,
  entityRefs: string[] | undefined,
): void {
  if (entityRefs) {
    query.whereIn(
      'p.id',
      knex('pipeline_match')
        .select('pipeline_id')
        .where('confirmed', true)
        .where(inList(knex, 'entity_ref', entityRefs, 'text')),
    );
  }
}
