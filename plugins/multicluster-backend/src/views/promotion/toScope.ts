import { mayHoldCluster } from '../platform/environmentOf';
import { Environment } from '../platform/Environments';
import { EnvironmentRule } from '../platform/EnvironmentRule';
import { ClusterRow } from '../clusters/ClusterRow';
import { isUntrustedLane } from '../health/isUntrustedLane';
import { FleetHealth } from '../health/SourceHealth';
import { PlacedWorkloads } from './placeWorkloads';
import { PromotionScope, ScopeRun } from './PromotionScope';
import { relevantSources } from './relevantSources';
import { scopeCoverage } from './scopeCoverage';
import { ScopeContext } from './ScopeContext';
import { staleReasons } from './staleReasons';
import { unreadReason } from './unreadReason';

const NOWHERE: PlacedWorkloads = { targets: [], open: [], unread: [] };

/** One environment of an entity, with what is in it and what may come to it. */
export function toScope(
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
