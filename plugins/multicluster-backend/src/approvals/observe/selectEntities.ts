import { Knex } from 'knex';
import { RequestRecord } from '../model/RequestRecord';

/** Whose a pipeline is, and whether anybody but the entity says so; by ref. */
export async function selectEntities(
  knex: Knex,
  pipelineId: number,
): Promise<RequestRecord['entities']> {
  const rows: Array<{ entity_ref: string; confirmed: boolean | number }> =
    await knex('pipeline_match')
      .where('pipeline_id', pipelineId)
      .orderBy('entity_ref')
      .select('entity_ref', 'confirmed');
  return rows.map(row => ({
    entityRef: row.entity_ref,
    confirmed: Boolean(row.confirmed),
  }));
}
