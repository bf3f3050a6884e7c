import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';

/** Pipelines that are matched to entities. */
export async function selectMatchedPipelines(
  knex: Knex,
  entityRefs: string[],
): Promise<number[]> {
  return entityRefs.length === 0
    ? []
    : knex('pipeline_match')
        .where(inList(knex, 'entity_ref', entityRefs, 'text'))
        .distinct()
        .pluck('pipeline_id');
}
