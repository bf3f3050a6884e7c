import {
  PlacedNowhere,
  PlacementSummaryState,
  sentence,
  Sentence,
  Tone,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { SourceRegistry } from '../../service/SourceRegistry';
import { FleetHealth } from '../health/SourceHealth';
import { PipelineRecord } from '../pipelines/PipelineRecord';
import { WorkloadRecord } from '../rows/WorkloadRecord';
import { explainUnplaced } from '../topology/explainUnplaced';
import { unreadPlacements, unreadScopeOf } from '../unplaced/unreadPlacements';
import { Deployed } from './Deployed';
import { selectMarkedWorkloads } from './selectMarkedWorkloads';

const TONES: Partial<Record<PlacementSummaryState, Tone>> = {
  unscheduled: 'bad',
  degraded: 'bad',
  'scheduling-suspended': 'warn',
};

/**
 * What became of what pipelines applied, by id of the pipeline, in two statements.
 *
 * @param health - of the fleet: where placements are not read, nobody can say that something is placed nowhere
 */
export async function readDeployed(
  knex: Knex,
  sources: SourceRegistry,
  pipelines: PipelineRecord[],
  health: FleetHealth,
): Promise<ReadonlyMap<number, Deployed>> {
  const marked = await selectMarkedWorkloads(knex, sources, pipelines);
  const scopes = unreadPlacements(health, sources);
  const nowhere = (workload: WorkloadRecord) =>
    !workload.placement &&
    // Of what a policy has taken, a placement is on its way.
    workload.fact?.policyId === undefined &&
    !unreadScopeOf(workload, scopes);
  const reasons = await explainUnplaced(
    knex,
    sources,
    [...marked.values()].flat().filter(nowhere),
    health,
  );
  return new Map(
    [...marked].map(([pipelineId, workloads]) => [
      pipelineId,
      {
        placedNowhere: workloads
          .filter(nowhere)
          .map(workload => toPlacedNowhere(workload, reasons.get(workload.id))),
        troubles: workloads
          .flatMap(troubleOf)
          .sort((a, b) => Number(a.tone !== 'bad') - Number(b.tone !== 'bad')),
      },
    ]),
  );
}

function toPlacedNowhere(
  workload: WorkloadRecord,
  reason: Sentence | undefined,
): PlacedNowhere {
  const { hash, controlPlane, kind, namespace, name } = workload;
  return {
    workloadId: hash,
    controlPlane,
    kind,
    namespace,
    name,
    sentence: sentence('pipeline.placedNowhere', {
      kind,
      name,
      reason: [reason ?? sentence('pipeline.notPlaced')],
    }),
  };
}

function troubleOf(workload: WorkloadRecord): Array<Sentence & { tone: Tone }> {
  const summary = workload.placement?.derived.summary;
  const tone = summary && TONES[summary.state];
  if (!tone) {
    return [];
  }
  const { kind, name } = workload;
  const said = summary.sentence
    ? sentence('pipeline.deployedTrouble', {
        kind,
        name,
        reason: [summary.sentence],
      })
    : sentence('pipeline.deployedDegraded', { kind, name });
  return [{ ...said, tone }];
}
