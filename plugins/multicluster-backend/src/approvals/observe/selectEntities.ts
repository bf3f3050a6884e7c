import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { RequestRecord } from '../model/RequestRecord';

/** Whose pipelines are, and whether anybody but the entity says so; by id of the pipeline, ordered by ref. */
export async function selectEntities(
  knex: Knex,
  pipelineIds: Iterable<number>,
): Promise<ReadonlyMap<number, RequestRecord['entities']>> {
  const rows: Array<{
    pipeline_id: number;
    entity_ref: string;
    confirmed: boolean | number;
  }> = await knex('pipeline_match')
    .where(inList(knex, 'pipeline_id', new Set(pipelineIds), 'integer'))
    .orderBy('entity_ref')
    .select('pipeline_id', 'entity_ref', 'confirmed');
  const found = new Map<number, RequestRecord['entities']>();
  for (const { pipeline_id: id, entity_ref: entityRef, confirmed } of rows) {
    const others = found.get(id) ?? [];
    found.set(id, [...others, { entityRef, confirmed: Boolean(confirmed) }]);
  }
  return found;
}
