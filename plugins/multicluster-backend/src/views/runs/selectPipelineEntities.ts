import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';

/** Entities that pipelines are confirmed to belong to, by id of the pipeline, in one statement. */
export async function selectPipelineEntities(
  knex: Knex,
  pipelineIds: Iterable<number>,
): Promise<(pipelineId: number) => string[]> {
  const rows: Array<{ pipeline_id: number; entity_ref: string }> = await knex(
    'pipeline_match',
  )
    .where(inList(knex, 'pipeline_id', new Set(pipelineIds), 'integer'))
    .where('confirmed', true)
    .orderBy('entity_ref')
    .select('pipeline_id', 'entity_ref');
  const found = new Map<number, string[]>();
  for (const row of rows) {
    const list = found.get(row.pipeline_id) ?? [];
    list.push(row.entity_ref);
    found.set(row.pipeline_id, list);
  }
  return pipelineId => found.get(pipelineId) ?? [];
}
