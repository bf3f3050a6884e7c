import { SourceRegistry } from '../../service/SourceRegistry';
import { Environments } from '../platform/Environments';
import { environmentsOpenTo } from '../platform/environmentOf';
import { TargetRow } from '../rows/TargetRow';
import { EntityRows, EntityWorkloadRow } from './EntityRows';
import { markedPipelines } from './markedPipelines';
import { ScopeTarget, ScopeWorkload } from './PromotionScope';
import { EntityPipelineRecord } from './read/selectEntityPipelines';

/** A target in its environment, with the row that it was made from. */
export interface PlacedTarget {
  environment?: string;
  target: ScopeTarget;
  row: TargetRow;
  workload: EntityWorkloadRow;
}

/** What is placed where, and what may come where. */
export interface PlacedWorkloads {
  targets: PlacedTarget[];
  open: Array<{ environments: string[]; workload: ScopeWorkload }>;
  /** Workloads of which nobody can say where they run, and where they might. */
  unread: Array<{ environments: string[]; workload: EntityWorkloadRow }>;
}

/** A copy on its way out is none that an environment is meant to have. */
const MEANT = ['desired', 'evicting'];

/** Puts the workloads of an entity into environments. */
export function placeWorkloads(
  {
    workloads,
    pipelines,
    clusters,
  }: Pick<EntityRows, 'workloads' | 'pipelines' | 'clusters'>,
  environments: Environments,
  sources: Pick<SourceRegistry, 'get'>,
): PlacedWorkloads {
  const placed: PlacedWorkloads = { targets: [], open: [], unread: [] };
  const ambiguous = ambiguousClusters(workloads);
  for (const workload of workloads) {
    const { record, rows, unread } = workload;
    const marked = markedPipelines(record, pipelines, sources);
    const subject = subjectOf(workload, marked);
    const own = toScopeWorkload(workload);
    placed.targets.push(
      ...toTargets(workload, own, marked, ambiguous).map(item => ({
        ...item,
        workload,
        environment: environments.ofTarget({
          cluster: item.row.cluster,
          workload: subject,
        }),
      })),
    );
    if (rows.length === 0) {
      const names = environmentsOpenTo(
        environments.rules,
        clusters
          .filter(({ sourceId }) => sourceId === record.sourceId)
          .map(row => ({ ...row, labels: row.fact?.labels ?? {} })),
        subject,
      );
      if (unread) {
        placed.unread.push({ environments: names, workload });
      } else {
        placed.open.push({ environments: names, workload: own });
      }
    }
  }
  return placed;
}

function toScopeWorkload({
  record,
  shown,
  unread,
  unplaced,
}: EntityWorkloadRow): ScopeWorkload {
  return {
    id: record.hash,
    controlPlane: record.controlPlane,
    kind: record.kind,
    namespace: record.namespace,
    name: record.name,
    confirmed: record.confirmed,
    ...(record.fact?.configuration && {
      configuration: record.fact.configuration,
    }),
    ...(shown.placement && { summary: shown.placement.summary }),
    ...(unplaced && !unread && { unplaced }),
  };
}

function toTargets(
  { rows, shown }: EntityWorkloadRow,
  workload: ScopeWorkload,
  marked: EntityPipelineRecord[],
  ambiguous: ReadonlySet<string>,
): Array<Pick<PlacedTarget, 'row' | 'target'>> {
  const targets = shown.placement?.targets ?? [];
  return rows.flatMap((row, index) => {
    const target = targets[index];
    const { name, controlPlane } = row.cluster;
    return target && MEANT.includes(target.axes.lifecycle)
      ? {
          row,
          target: {
            workload,
            placementId: row.placementId,
            cluster: ambiguous.has(name) ? `${controlPlane}/${name}` : name,
            member: name,
            state: target.state,
            axes: target.axes,
            stateSince: row.stateSince,
            replicas: target.replicas,
            versions: target.versions,
            versionKnowledge: target.versionKnowledge,
            freshness: target.freshness,
            markedBy: marked.map(({ id }) => id),
          },
        }
      : [];
  });
}

function subjectOf(
  { record }: EntityWorkloadRow,
  marked: EntityPipelineRecord[],
) {
  return {
    namespace: record.namespace,
    labels: record.fact?.labels ?? {},
    pipelines: marked.map(({ source, name, fact }) => ({
      source,
      name,
      labels: fact.labels,
    })),
  };
}

/** Names that clusters of two control planes have. */
function ambiguousClusters(workloads: EntityWorkloadRow[]): Set<string> {
  const planes = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const { cluster } of workloads.flatMap(({ rows }) => rows)) {
    const known = planes.get(cluster.name);
    if (known !== undefined && known !== cluster.controlPlane) {
      ambiguous.add(cluster.name);
    }
    planes.set(cluster.name, cluster.controlPlane);
  }
  return ambiguous;
}
