import { Knex } from 'knex';
import { SourceRegistry } from '../../service/SourceRegistry';
import { PipelineRecord } from '../../views/pipelines/PipelineRecord';
import { Environments } from '../../views/platform/Environments';
import { RequestRecord } from '../model/RequestRecord';
import { Applied, NOTHING_APPLIED } from '../subject/Applied';
import { readApplied } from './readApplied';
import { selectEntities } from './selectEntities';

/** What is known of a pipeline besides its runs. */
export type RunGrounds = (pipeline: PipelineRecord) => {
  entities: RequestRecord['entities'];
  applied: Applied;
};

interface Options {
  knex: Knex;
  sources: Pick<SourceRegistry, 'get'>;
  environments: Environments;
}

/** Reads whose pipelines are and what they applied; in three statements for one source. */
export async function readRunGrounds(
  { knex, sources, environments }: Options,
  pipelines: readonly PipelineRecord[],
): Promise<RunGrounds> {
  // Apart: sources of one kind mark by one annotation, and what two of them call a pipeline may be the same.
  const bySource = new Map<string, Map<number, PipelineRecord>>();
  for (const pipeline of pipelines) {
    const own = bySource.get(pipeline.source) ?? new Map();
    bySource.set(pipeline.source, own.set(pipeline.id, pipeline));
  }
  const [entities, ...applied] = await Promise.all([
    selectEntities(
      knex,
      pipelines.map(({ id }) => id),
    ),
    ...[...bySource.values()].map(own =>
      readApplied(knex, sources, environments, [...own.values()]),
    ),
  ]);
  return ({ id }) => ({
    entities: entities.get(id) ?? [],
    applied: applied.find(of => of.has(id))?.get(id) ?? NOTHING_APPLIED,
  });
}
