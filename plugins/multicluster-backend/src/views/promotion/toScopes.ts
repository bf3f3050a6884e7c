import {
  Coverage,
  CoverageProblem,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { SourceRegistry } from '../../service/SourceRegistry';
import { coverageOfClusters } from '../coverageOf';
import { ClusterRow } from '../clusters/ClusterRow';
import { isUntrustedLane } from '../health/isUntrustedLane';
import { FleetHealth, SourceHealth } from '../health/SourceHealth';
import { mayHoldCluster } from '../platform/environmentOf';
import { Environment, Environments } from '../platform/Environments';
import { EnvironmentRule } from '../platform/EnvironmentRule';
import { lanesOf } from '../topology/whereClaimed';
import { Delivered, deliveriesOf } from './deliveriesOf';
import { EntityRows } from './EntityRows';
import {
  PlacedTarget,
  placeWorkloads,
  PlacedWorkloads,
} from './placeWorkloads';
import { PromotionScope, ScopeRun } from './PromotionScope';

const NOWHERE: PlacedWorkloads = { targets: [], open: [], unread: [] };
const NOTHING: Delivered = { deliveries: [], runs: [], laneIds: [] };

/** What the environments of an entity are made of. */
export interface PromotionScopes {
  scopes: PromotionScope[];
  /** Workloads that run where the platform has named no environment. */
  outside: number;
  /** Pipelines that deliver to no environment that the platform has named. */
  unassigned: number;
}

/**
 * Puts what is stored of an entity into the environments that it is shown in.
 *
 * @param show - `runs`: of nothing that clusters say, not even of their names, is anything left
 */
export function toScopes(
  rows: EntityRows,
  shown: Environment[],
  environments: Environments,
  sources: Pick<SourceRegistry, 'get'>,
  show: 'all' | 'runs' = 'all',
): PromotionScopes {
  const placed = placeWorkloads(rows, environments, sources);
  const delivered = deliveriesOf(rows, placed.targets, environments, sources);
  const scopes = shown.map(environment =>
    toScope(environment, {
      rule: environments.rules.find(({ name }) => name === environment.name),
      rows,
      placed,
      delivered: delivered.get(environment.name) ?? NOTHING,
      sources,
      show,
    }),
  );
  if (!environments.configured) {
    return { scopes, outside: 0, unassigned: 0 };
  }
  const outside = placed.targets.filter(target => !target.environment);
  const assigned = [...delivered.values()].flatMap(({ deliveries }) =>
    deliveries.map(({ pipeline }) => pipeline.rowId),
  );
  return {
    scopes,
    outside:
      show === 'runs'
        ? 0
        : new Set(outside.map(({ target }) => target.workload.id)).size,
    unassigned: rows.pipelines.filter(({ id }) => !assigned.includes(id))
      .length,
  };
}

interface ScopeContext {
  rule: EnvironmentRule | undefined;
  rows: EntityRows;
  placed: PlacedWorkloads;
  delivered: Delivered;
  sources: Pick<SourceRegistry, 'get'>;
  show: 'all' | 'runs';
}

function toScope(
  environment: Environment,
  context: ScopeContext,
): PromotionScope {
  const { delivered, rows, rule, show } = context;
  const placed = show === 'runs' ? NOWHERE : context.placed;
  const own = placed.targets.filter(
    target => target.environment === environment.name,
  );
  const comes = (item: { environments: string[] }) =>
    item.environments.includes(environment.name);
  const silent = rows.clusters.filter(
    cluster =>
      show === 'all' && isSilent(cluster) && rule && mayHold(rule, cluster),
  );
  const { fleet, tools } = relevantSources(context);
  return {
    ...environment,
    configured:
      rule !== undefined &&
      (rule.targets !== undefined || rule.pipelines.length > 0),
    targets: own.map(({ target }) => target),
    open: placed.open.filter(comes).map(({ workload }) => workload),
    deliveries: delivered.deliveries,
    runs: delivered.runs.map(run => withTrust(run, rows.health)),
    requests: [],
    stale: staleReasons(own, delivered, rows.health),
    ...unreadReason(
      show,
      placed.unread.filter(comes).map(({ workload }) => workload.unread),
      // What clusters say is complete without the tool; what is nowhere to be seen may be known to it.
      own.length > 0 ? fleet : [...fleet, ...tools],
      silent,
    ),
    coverage: scopeCoverage(context, own, silent),
  };
}

/** A gate that was open when its tool was last read may be decided by now. */
function withTrust(run: ScopeRun, { lanes }: FleetHealth): ScopeRun {
  const lane = lanes.get(run.laneId ?? -1);
  return lane && isUntrustedLane(lane)
    ? {
        ...run,
        lastKnown: true,
        gates: run.gates.map(gate => ({ ...gate, actionable: false })),
      }
    : run;
}

/** By clusters; what a tool cannot say now is told beside it. */
function scopeCoverage(
  context: ScopeContext,
  own: PlacedTarget[],
  silent: ClusterRow[],
): Coverage {
  const { fleet, tools } = relevantSources(context);
  const coverage = coverageOfClusters(
    [...own.map(({ row }) => row.cluster), ...silent],
    [
      ...lanesOf(
        own.map(({ workload }) => workload.record),
        own.map(({ row }) => row),
      ),
      ...context.delivered.laneIds,
    ],
    { ...context.rows.health, sources: fleet },
  );
  return {
    ...coverage,
    // Nothing to read is not everything read.
    ...(fleet.length === 0 && { total: null }),
    problems: [
      ...coverage.problems,
      ...tools
        .filter(tool => !fleet.includes(tool))
        .flatMap(({ problems }) => problems),
    ],
  };
}

/** Nobody has seen what runs on it. */
function isSilent({ present, state }: ClusterRow): boolean {
  return present && state === 'never-reported';
}

function mayHold(rule: EnvironmentRule, cluster: ClusterRow): boolean {
  return mayHoldCluster(rule, {
    ...cluster,
    labels: cluster.fact?.labels ?? {},
  });
}

/** The sources that something of an environment can come from. One whose configuration cannot be used may be either. */
function relevantSources({
  rule,
  rows,
  delivered,
  sources,
  show,
}: ScopeContext): Record<'fleet' | 'tools', SourceHealth[]> {
  const used = delivered.deliveries.map(({ pipeline }) => pipeline.source);
  const named = (id: string) =>
    rule?.pipelines.some(({ source }) => (source ?? id) === id) ?? false;
  return {
    fleet: rows.health.sources.filter(({ id }) => {
      const source = sources.get(id);
      return (
        show === 'all' &&
        rule?.targets !== undefined &&
        (!source || source.fleet !== undefined) &&
        (rule.targets.controlPlane ?? id) === id
      );
    }),
    tools: rows.health.sources.filter(({ id }) => {
      const source = sources.get(id);
      return (
        used.includes(id) ||
        ((!source || source.runs !== undefined) && named(id))
      );
    }),
  };
}

function unreadReason(
  show: ScopeContext['show'],
  workloads: Array<Sentence | undefined>,
  sources: SourceHealth[],
  silent: ClusterRow[],
): { unread?: Sentence } {
  if (show === 'runs') {
    return { unread: sentence('promotion.environment.denied') };
  }
  const source = sources.find(({ everRead }) => !everRead);
  const problem: CoverageProblem | undefined = source?.problems[0];
  const unread =
    workloads.find(item => item !== undefined) ??
    (source &&
      (problem?.sentence ??
        sentence('view.source.starting', { source: source.id }))) ??
    (silent.length > 0
      ? sentence('view.cluster.never-reported', { cluster: silent[0].name })
      : undefined);
  return unread ? { unread } : {};
}

function staleReasons(
  targets: PlacedTarget[],
  delivered: Delivered,
  health: FleetHealth,
): Sentence[] {
  const lanes = [...new Set(delivered.laneIds)]
    .flatMap(id => health.lanes.get(id) ?? [])
    .filter(isUntrustedLane);
  const reasons = [
    ...targets.flatMap(({ target }) => target.freshness.reason ?? []),
    ...lanes.flatMap(({ problem }) => problem?.sentence ?? []),
  ];
  return [...new Map(reasons.map(item => [item.text, item])).values()];
}
