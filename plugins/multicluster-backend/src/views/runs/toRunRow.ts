import { RunRow } from '@fairway/backstage-plugin-multicluster-common';
import { SourceRegistry } from '../../service/SourceRegistry';
import { LaneHealth } from '../health/SourceHealth';
import { Environments } from '../platform/Environments';
import { freshnessOfRuns } from './freshnessOfRuns';
import { RunRecord } from './RunRecord';
import { toPipelineRun } from './toPipelineRun';
import { waitingGates } from './waitingGates';

/** What a stored run is joined with when it is shown. */
export interface RunContext {
  environments: Environments;
  lanes: ReadonlyMap<number, LaneHealth>;
  sources: Pick<SourceRegistry, 'get'>;
}

/** A stored run as lists show it. */
export function toRunRow(
  record: RunRecord,
  entityRefs: string[],
  { environments, lanes, sources }: RunContext,
): RunRow {
  const { fact, derived, pipeline } = record;
  const environment = environments.ofPipeline({
    source: pipeline.source,
    name: pipeline.name,
    labels: { ...pipeline.fact?.labels, ...fact.labels },
  });
  return {
    ...toPipelineRun(record, sources),
    entityRefs,
    ...(environment && { environment }),
    gates: waitingGates(derived),
    freshness: freshnessOfRuns(
      {
        laneIds: [record.laneId, pipeline.laneId],
        agent: pipeline.agent,
        status: derived.status,
      },
      lanes,
    ),
  };
}
