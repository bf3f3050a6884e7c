import { PipelineRun } from '@fairway/backstage-plugin-multicluster-common';
import { SourceRegistry } from '../../service/SourceRegistry';
import { toPipelineRef } from '../pipelines/toPipelineRef';
import { RunRecord } from './RunRecord';

/** A stored run as the API gives it. */
export function toPipelineRun(
  { hash, fact, derived, pipeline }: RunRecord,
  sources: Pick<SourceRegistry, 'get'>,
): PipelineRun {
  return {
    id: hash,
    source: pipeline.source,
    nativeId: fact.key,
    pipeline: {
      ...toPipelineRef(pipeline, sources),
      // As it was called when it ran.
      name: fact.pipelineName,
    },
    ...(fact.number !== undefined && { number: fact.number }),
    status: derived.status,
    ...(derived.detail && { detail: derived.detail }),
    nativeStatus: derived.nativeStatus,
    sentence: derived.sentence,
    ...(derived.summary && { summary: derived.summary }),
    trigger: fact.trigger,
    ...(fact.commit && { commit: fact.commit }),
    artifacts: fact.artifacts,
    ...(fact.chain && { chain: fact.chain }),
    createdAt: fact.createdAt,
    ...(derived.startedAt && { startedAt: derived.startedAt }),
    ...(derived.finishedAt && { finishedAt: derived.finishedAt }),
    ...(fact.url && { url: fact.url }),
  };
}
