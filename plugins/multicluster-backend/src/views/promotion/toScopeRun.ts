import { gatesOf } from '@fairway/backstage-plugin-multicluster-node';
import { toIso } from '../toIso';
import { ScopePipeline, ScopeRun } from './PromotionScope';
import { RunRecord } from './read/selectPipelineRuns';

/** A stored run as the rules look at it. */
export function toScopeRun(
  record: RunRecord,
  pipeline: ScopePipeline,
  stage: string | undefined,
): ScopeRun {
  const { derived } = record;
  return {
    rowId: record.id,
    pipelineRowId: record.pipelineId,
    active: record.active,
    stages: derived.stages,
    gates: [...gatesOf(derived), ...(record.portalGates ?? [])],
    ...(stage && { stage }),
    ...(record.laneId !== undefined && { laneId: record.laneId }),
    run: {
      id: record.hash,
      source: pipeline.source,
      nativeId: record.key,
      pipeline: {
        id: pipeline.id,
        nativeId: record.pipelineKey,
        name: pipeline.name,
        ...(pipeline.url && { url: pipeline.url }),
        ...(pipeline.tool && { tool: pipeline.tool }),
      },
      ...(record.number !== undefined && { number: record.number }),
      status: derived.status,
      ...(derived.detail && { detail: derived.detail }),
      nativeStatus: derived.nativeStatus,
      sentence: derived.sentence,
      ...(derived.summary && { summary: derived.summary }),
      trigger: record.trigger,
      ...(record.commit && { commit: record.commit }),
      artifacts: record.artifacts,
      ...(record.chain && { chain: record.chain }),
      createdAt: toIso(record.createdAt),
      ...(derived.startedAt && { startedAt: derived.startedAt }),
      ...(derived.finishedAt && { finishedAt: derived.finishedAt }),
      ...(record.url && { url: record.url }),
    },
  };
}
