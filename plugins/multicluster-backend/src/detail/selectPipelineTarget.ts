import { PipelineFact } from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { parseJson } from '../util/parseJson';

/** A pipeline and the source that knows it; undefined when nobody does, or its tool has it no more. */
export async function selectPipelineTarget(
  knex: Knex,
  pipelineId: string,
): Promise<{ source: string; pipeline: PipelineFact } | undefined> {
  const row = await knex('inventory_pipeline as p')
    .join('inventory_source as s', 's.id', 'p.source_id')
    .where('p.hash', pipelineId)
    .first('s.name as source', 'p.fact');
  const pipeline = parseJson<PipelineFact | undefined>(row?.fact, undefined);
  return pipeline && { source: row.source, pipeline };
}
