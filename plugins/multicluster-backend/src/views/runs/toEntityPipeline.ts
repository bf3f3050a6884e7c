import { EntityPipeline } from '@fairway/backstage-plugin-multicluster-common';
import { toPipeline } from '../pipelines/toPipeline';
import { Deployed } from './Deployed';
import { freshnessOfRuns } from './freshnessOfRuns';
import { outrankedBy } from './outrankedBy';
import { EntityPipelineRecord } from './selectEntityPipelines';
import { toPipelineRun } from './toPipelineRun';
import { RunContext } from './toRunRow';
import { waitingGates } from './waitingGates';

/** A pipeline of an entity as it is shown, with its latest run and what of it was placed nowhere. */
export function toEntityPipeline(
  { pipeline, latest, match }: EntityPipelineRecord,
  deployed: Deployed,
  { environments, lanes, sources }: RunContext,
): EntityPipeline {
  const environment = environments.ofPipeline({
    source: pipeline.source,
    name: pipeline.name,
    labels: pipeline.fact?.labels ?? {},
  });
  return {
    ...toPipeline(pipeline, sources),
    match,
    ...(latest && { latest: toPipelineRun(latest, sources) }),
    stages: (latest?.derived.stages ?? []).map(
      ({ id, name, kind, status, detail }) => ({
        id,
        name,
        kind,
        status,
        ...(detail && { detail }),
      }),
    ),
    gates: latest ? waitingGates(latest.derived) : [],
    ...(environment && { environment }),
    freshness: freshnessOfRuns(
      {
        laneIds: [pipeline.laneId, latest?.laneId],
        agent: pipeline.agent,
        status: latest?.derived.status,
      },
      lanes,
    ),
    placedNowhere: deployed.placedNowhere,
    ...outrankedBy(latest, deployed),
  };
}
