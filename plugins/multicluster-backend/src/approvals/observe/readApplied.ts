import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { SourceRegistry } from '../../service/SourceRegistry';
import { Environments } from '../../views/platform/Environments';
import { PipelineRecord } from '../../views/pipelines/PipelineRecord';
import { selectTargets } from '../../views/rows/selectTargets';
import { TargetRow } from '../../views/rows/TargetRow';
import { WorkloadRecord } from '../../views/rows/WorkloadRecord';
import { selectMarkedWorkloads } from '../../views/runs/selectMarkedWorkloads';
import { Applied, NOTHING_APPLIED } from '../subject/Applied';

/**
 * What runs of the workloads that pipelines of one source marked as their own, in two statements however many those are; by id of
 * the pipeline.
 */
export async function readApplied(
  knex: Knex,
  sources: Pick<SourceRegistry, 'get'>,
  environments: Environments,
  pipelines: PipelineRecord[],
): Promise<ReadonlyMap<number, Applied>> {
  const marked = await selectMarkedWorkloads(knex, sources, pipelines);
  const workloads = new Map<number, WorkloadRecord>();
  for (const workload of [...marked.values()].flat()) {
    if (workload.placement) {
      workloads.set(workload.placement.id, workload);
    }
  }
  const rows =
    workloads.size === 0
      ? []
      : await selectTargets(knex, query => {
          query.where(
            inList(knex, 't.placement_id', workloads.keys(), 'integer'),
          );
        });
  return new Map(
    pipelines.map(pipeline => {
      const own = new Map(
        (marked.get(pipeline.id) ?? []).flatMap(workload =>
          workload.placement ? [[workload.placement.id, workload]] : [],
        ),
      );
      const targets = rows.filter(({ placementId }) => own.has(placementId));
      return [pipeline.id, appliedBy(pipeline, own, targets, environments)];
    }),
  );
}

function appliedBy(
  pipeline: PipelineRecord,
  workloads: ReadonlyMap<number, WorkloadRecord>,
  rows: TargetRow[],
  environments: Environments,
): Applied {
  if (workloads.size === 0) {
    return NOTHING_APPLIED;
  }
  // A copy on its way out is nothing that a run is meant to change.
  const meant = rows.filter(
    ({ derived }) => derived.axes.lifecycle === 'desired',
  );
  const planes = new Set(meant.map(({ cluster }) => cluster.controlPlane));
  const { source, name } = pipeline;
  const labels = pipeline.fact?.labels ?? {};
  const found = meant.map(({ placementId, cluster }) => {
    const { namespace, fact } = workloads.get(placementId)!;
    const inEnvironment = (pipelineLabels: Record<string, string>) =>
      environments.ofTarget({
        cluster,
        workload: {
          namespace,
          labels: fact?.labels ?? {},
          pipelines: [{ source, name, labels: pipelineLabels }],
        },
      });
    // Labels of a pipeline are its team's: they say where something is only where nothing of the platform does.
    return inEnvironment({}) ?? inEnvironment(labels) ?? '';
  });
  return {
    clusters: meant.map(({ cluster }) =>
      planes.size > 1
        ? `${cluster.controlPlane}/${cluster.name}`
        : cluster.name,
    ),
    versions: meant.flatMap(({ derived }) => derived.versions),
    environments: [...new Set(found)],
  };
}
