import { SourceRegistry } from '../../service/SourceRegistry';
import { Environments } from '../platform/Environments';
import { EntityRows } from './EntityRows';
import { PlacedTarget } from './placeWorkloads';
import { ScopeDelivery, ScopePipeline, ScopeRun } from './PromotionScope';
import { EntityPipelineRecord } from './read/selectEntityPipelines';
import { RunRecord } from './read/selectPipelineRuns';
import { toScopeRun } from './toScopeRun';

/** What is delivered to an environment, and by which runs. */
export interface Delivered {
  deliveries: ScopeDelivery[];
  /** Newest first. */
  runs: ScopeRun[];
  laneIds: number[];
}

/**
 * Which pipelines deliver to which environment: those, or stages of those, that the platform names for it; a run with
 * labels of its own by these; and a pipeline that nobody names, to wherever what it marked runs.
 */
export function deliveriesOf(
  { pipelines, runs }: Pick<EntityRows, 'pipelines' | 'runs'>,
  targets: PlacedTarget[],
  environments: Environments,
  sources: Pick<SourceRegistry, 'get'>,
): Map<string, Delivered> {
  const found = new Map<string, Delivered>();
  const at = (name: string) => {
    const known = found.get(name) ?? { deliveries: [], runs: [], laneIds: [] };
    found.set(name, known);
    return known;
  };
  for (const record of pipelines) {
    const pipeline = toScopePipeline(record, sources);
    const own = runs.filter(run => run.pipelineId === record.id);
    for (const [name, part] of partsOf(record, own, targets, environments)) {
      const { deliveries, laneIds, ...delivered } = at(name);
      deliveries.push({ pipeline, ...(part.stage && { stage: part.stage }) });
      laneIds.push(
        ...[record, ...part.runs].flatMap(({ laneId }) => laneId ?? []),
      );
      delivered.runs.push(
        ...part.runs.map(run => toScopeRun(run, pipeline, part.stage)),
      );
    }
  }
  for (const delivered of found.values()) {
    delivered.runs.sort(
      (a, b) => Date.parse(b.run.createdAt) - Date.parse(a.run.createdAt),
    );
  }
  return found;
}

type Part = { stage?: string; runs: RunRecord[] };

/** Environments that a pipeline delivers to, each with the stage that does it and the runs that do. */
function partsOf(
  record: EntityPipelineRecord,
  runs: RunRecord[],
  targets: PlacedTarget[],
  environments: Environments,
): Array<[string, Part]> {
  const { source, name, fact } = record;
  const subject = { source, name, labels: fact.labels };
  const stages = environments
    .stagesOf(subject)
    .map(({ environment, stage }): [string, Part] => [
      environment,
      { stage, runs },
    ]);
  const whole = environments.ofPipeline(subject);
  const byRun = new Map<string, RunRecord[]>();
  for (const run of runs) {
    const labels = { ...fact.labels, ...run.labels };
    const environment = run.labels
      ? environments.ofPipeline({ ...subject, labels })
      : whole;
    if (environment) {
      byRun.set(environment, [...(byRun.get(environment) ?? []), run]);
    }
  }
  if (whole && !byRun.has(whole)) {
    byRun.set(whole, []);
  }
  const named: Array<[string, Part]> = [
    ...stages,
    ...[...byRun].map(([environment, own]): [string, Part] => [
      environment,
      { runs: own },
    ]),
  ];
  return named.length > 0 ? named : marked(record, runs, targets);
}

/** Wherever runs what the pipeline marked as its own. */
function marked(
  { id }: EntityPipelineRecord,
  runs: RunRecord[],
  targets: PlacedTarget[],
): Array<[string, Part]> {
  const names = targets
    .filter(({ target }) => target.markedBy.includes(id))
    .flatMap(({ environment }) => environment ?? []);
  return [...new Set(names)].map(name => [name, { runs }]);
}

function toScopePipeline(
  { id, hash, source, name, confirmed, fact, agent }: EntityPipelineRecord,
  sources: Pick<SourceRegistry, 'get'>,
): ScopePipeline {
  const from = sources.get(source);
  const tool = from?.product ?? from?.type;
  return {
    id: hash,
    rowId: id,
    confirmed,
    source,
    name,
    sync: fact.sync,
    disabled: fact.disabled,
    ...(tool && { tool }),
    ...(fact.hold && { hold: fact.hold }),
    ...(fact.repository && { repository: fact.repository }),
    ...(fact.url && { url: fact.url }),
    ...(agent && { agent }),
  };
}
