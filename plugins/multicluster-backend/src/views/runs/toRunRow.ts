import { RunRow } from '@fairway/backstage-plugin-multicluster-common';
import { SourceRegistry } from '../../service/SourceRegistry';
import { LaneHealth } from '../health/SourceHealth';
import { Environments } from '../platform/Environments';
import { Deployed } from './Deployed';
import { freshnessOfRuns } from './freshnessOfRuns';
import { outrankedBy } from './outrankedBy';
import { RunRecord } from './RunRecord';
import { toPipelineRun } from './toPipelineRun';
import { waitingGates } from './waitingGates';

/** What a stored run is joined with when it is shown. */
export interface RunContext {
  environments: Environments;
  lanes: ReadonlyMap<number, LaneHealth>;
  sources: Pick<SourceRegistry, 'get'>;
}

/**
 * A stored run as lists show it.
 *
 * @param deployed - what became of what it delivered; of the latest run of a pipeline alone
 */
export function toRunRow(
  record: RunRecord,
  entityRefs: string[],
  { environments, lanes, sources }: RunContext,
  deployed?: Deployed,
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
    ...outrankedBy(record, deployed),
  };
}
