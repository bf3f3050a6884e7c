import { CallerReader } from '../detail/CallerReader';
import { appendAudit } from '../approvals/audit/appendAudit';
import { DefaultAuditReader } from '../approvals/audit/DefaultAuditReader';
import { readAuditConfig } from '../approvals/audit/readAuditConfig';
import { scheduleCheckpoints } from '../approvals/audit/scheduleCheckpoints';
import { AdapterRegistry } from '../approvals/delivery/AdapterRegistry';
import { DeliveryWorker } from '../approvals/delivery/DeliveryWorker';
import { RunGateAdapter } from '../approvals/delivery/RunGateAdapter';
import { CatalogDirectory } from '../approvals/engine/directory/CatalogDirectory';
import { Person } from '../approvals/engine/directory/DirectoryFacts';
import { ApprovalEngine } from '../approvals/engine/ApprovalEngine';
import { DefaultApprovalEngine } from '../approvals/engine/DefaultApprovalEngine';
import { VoterJudge } from '../approvals/engine/VoterJudge';
import { ApprovalNotices } from '../approvals/notify/ApprovalNotices';
import { scheduleApprovalNotices } from '../approvals/notify/scheduleApprovalNotices';
import { GateObserver } from '../approvals/observe/GateObserver';
import { GateRound } from '../approvals/observe/GateRound';
import { RunDrafts } from '../approvals/observe/RunDrafts';
import { ConfiguredPolicyBook } from '../approvals/platform/ConfiguredPolicyBook';
import { ConfiguredRules } from '../approvals/platform/ConfiguredRules';
import { isDurable } from '../approvals/platform/isDurable';
import { nativeIdsOf } from '../approvals/platform/nativeIdsOf';
import { PeopleBook } from '../approvals/platform/PeopleBook';
import { SweepLoop } from '../approvals/platform/SweepLoop';
import { DefaultClusterActor } from '../approvals/clusters/DefaultClusterActor';
import { unreadableSources } from '../approvals/platform/unreadableSources';
import { DefaultPullGateService } from '../approvals/pull/DefaultPullGateService';
import { FreshRuns } from '../approvals/pull/FreshRuns';
import { PullAdapter } from '../approvals/pull/PullAdapter';
import { PullAnswers } from '../approvals/pull/PullAnswers';
import { PullLedger } from '../approvals/pull/PullLedger';
import { readPullGates } from '../approvals/pull/readPullGates';
import { readApprovalPolicies } from '../approvals/rules/policy/readApprovalPolicies';
import { readApprovalSettings } from '../approvals/rules/policy/readApprovalSettings';
import { platformRefusal } from '../approvals/rules/voters/platformRefusal';
import { DefaultStopBook } from '../approvals/stops/DefaultStopBook';
import { findStop } from '../approvals/stops/findStop';
import { selectStops } from '../approvals/stops/selectStops';
import { ApprovalStore } from '../approvals/store/ApprovalStore';
import { countApprovals } from '../approvals/store/countApprovals';
import { DatabaseClock } from '../approvals/store/DatabaseClock';
import { DefaultApprovalReader } from '../approvals/views/DefaultApprovalReader';
import { ItemReader } from '../approvals/views/ItemReader';
import { PersonReader } from '../approvals/views/PersonReader';
import { ViewerReader } from '../approvals/views/ViewerReader';
import { ApprovalHints } from '../hints/ApprovalHints';
import { HintPublisher } from '../hints/HintPublisher';
import { Inventory } from '../inventory/Inventory';
import { createApprovalMetrics } from '../metrics/createApprovalMetrics';
import { ActingReader } from '../permissions/ActingReader';
import { ApprovalAccess } from '../permissions/approval/ApprovalAccess';
import { registerApprovalResources } from '../permissions/approval/registerApprovalResources';
import { AuthorizedApprovalService } from '../permissions/AuthorizedApprovalService';
import { AuthorizedAuditService } from '../permissions/AuthorizedAuditService';
import { AuthorizedClusterActionService } from '../permissions/AuthorizedClusterActionService';
import { AuthorizedLaneService } from '../permissions/AuthorizedLaneService';
import { AuthorizedStopService } from '../permissions/AuthorizedStopService';
import { EntityAccess } from '../permissions/EntityAccess';
import { FleetHealthReader } from '../views/health/FleetHealthReader';
import { Environments } from '../views/platform/Environments';
import { readKeep } from '../inventory/retention/readKeep';
import { ApprovalService } from './ApprovalService';
import { AuditService } from './AuditService';
import { createLanes } from './createLanes';
import { ClusterActionService } from './ClusterActionService';
import { LaneService } from './LaneService';
import { MulticlusterDeps } from './MulticlusterDeps';
import { PullGateService } from './PullGateService';
import { RateLimits } from './RateLimits';
import { StopService } from './StopService';

/** What one person may do at once, and each second after that. Two hundred votes at once are one click in the inbox. */
const BURST = 250;
const PER_SECOND = 2;

/** Approvals, ready to run. */
export interface Approvals {
  acting: ActingReader;
  approvals: ApprovalService;
  audit: AuditService;
  clusterActions: ClusterActionService;
  lanes: LaneService;
  stops: StopService;
  /** Absent: approvals are off, and no stage is answered. */
  pullGates?: PullGateService;
  /** Begins to observe gates and to deliver. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Puts approvals together: what decides, what observes and delivers, and what the routes stand on. */
export function createApprovals(
  deps: MulticlusterDeps & { inventory: Inventory; publisher: HintPublisher },
): Approvals {
  const { config, inventory, sources, logger, failpoint } = deps;
  const { knex } = inventory;
  const settings = readApprovalSettings(config, process.env.NODE_ENV);
  const platform = {
    permissionsEnabled:
      config.getOptionalBoolean('permission.enabled') ?? false,
    databaseDurable: isDurable(knex),
    allowWithoutRules: settings.allowWithoutRules,
  };
  const guestCounts = settings.allowWithoutRules;
  const refusal = platformRefusal({ ...platform, policyValid: true });
  const nativeIds = (_source: string, { ref }: Pick<Person, 'ref'>) =>
    nativeIdsOf(settings.people, ref);
  const hints = ApprovalHints.create({ ...deps, knex });
  const changed = (id: string) => hints.changed(id);
  const clock = DatabaseClock.create();
  const store = ApprovalStore.create({ knex, clock, appendAudit, failpoint });
  const directory = CatalogDirectory.create({
    ...deps,
    groupLocations: settings.groupLocations,
  });
  const judge = VoterJudge.create({ nativeIds, guestCounts });
  const adapters = AdapterRegistry.create();
  const policies = readApprovalPolicies(config);
  const gates = readPullGates(config);
  for (const { key, reason } of [...policies.problems, ...gates.problems]) {
    logger.warn(`${key}: ${reason}`);
  }
  const environments = Environments.fromConfig(config);
  const rules = ConfiguredRules.create({
    ...deps,
    policies,
    platform,
    people: PeopleBook.create({ ...deps, rules: settings.people }),
  });
  const book = ConfiguredPolicyBook.create(rules);
  const drafts = RunDrafts.create({ knex, sources, environments, rules });
  const ledger = PullLedger.create(knex);
  const fresh = FreshRuns.create(sources);
  const lanes = createLanes({
    inventory,
    store,
    sources,
    environments,
    directory,
    rules,
    notifications: deps.notifications,
    engine: () => engine,
    logger,
    changed: () => hints.listsChanged(),
  });
  adapters
    .add('lane', lanes.adapter)
    .add('pull', PullAdapter.create({ knex, clock, drafts, ledger, fresh }))
    .add('gate', RunGateAdapter.create({ knex, sources, drafts, nativeIds }));
  const metrics = createApprovalMetrics(deps.metrics, () =>
    countApprovals(knex),
  );
  const worker = DeliveryWorker.create({
    store,
    directory,
    judge,
    adapters,
    policies: book,
    logger,
    changed,
    delivered: milliseconds => metrics.delivered(milliseconds),
    failpoint,
  });
  const health = FleetHealthReader.create({
    knex,
    sources: () => sources.known,
  });
  const sight = {
    unreadable: async () =>
      unreadableSources(await health.read('all'), Date.now()),
  };
  const engine: ApprovalEngine = DefaultApprovalEngine.create({
    store,
    directory,
    judge,
    planner: adapters,
    policies: book,
    sight,
    logger,
    worker,
    guestCounts,
    changed,
    failpoint,
  });
  registerApprovalResources(deps.permissionsRegistry, knex);
  const access = EntityAccess.create(deps);
  const rights = ApprovalAccess.create(deps);
  const limits = RateLimits.create({ burst: BURST, perSecond: PER_SECOND });
  const acting = ActingReader.create({
    access,
    callers: CallerReader.create(deps),
    limits,
    guestCounts,
  });
  const reader = DefaultApprovalReader.create({
    knex,
    health,
    items: ItemReader.create({ knex, clock }),
    viewers: ViewerReader.create({
      people: PersonReader.create({ directory }),
      nativeIds,
      platform: refusal,
      guestCounts,
      sight,
    }),
  });
  let running: Array<{ stop(): Promise<void> }> = [];
  return {
    acting,
    clusterActions: AuthorizedClusterActionService.create({
      acting,
      access,
      clusters: DefaultClusterActor.create({
        knex,
        store,
        sources,
        environments,
      }),
    }),
    approvals: AuthorizedApprovalService.create({
      engine,
      reader,
      rights,
      access,
      limits,
      platform: refusal,
      guestCounts,
    }),
    audit: AuthorizedAuditService.create({
      access,
      audit: DefaultAuditReader.create({
        knex,
        environments,
        keptMs: readKeep(config, 'transitions'),
      }),
    }),
    lanes: AuthorizedLaneService.create({
      lanes: lanes.keeper,
      approvals: reader,
      acting,
      access,
    }),
    stops: AuthorizedStopService.create({
      access,
      acting,
      rights,
      stops: DefaultStopBook.create({
        store,
        environments: environments.order.map(({ name }) => name),
        sources: () => sources.known.map(({ id }) => id),
        changed: () => {
          hints.listsChanged();
          worker.wake();
        },
      }),
    }),
    ...(settings.enabled && {
      pullGates: DefaultPullGateService.create({
        knex,
        gates,
        demand: inventory.demand,
        answers: PullAnswers.create({
          knex,
          drafts,
          engine,
          ledger,
          fresh,
          isStopped: async request =>
            findStop(await selectStops(knex, await store.now()), request) !==
            undefined,
          failpoint,
        }),
      }),
    }),
    async start() {
      if (!settings.enabled) {
        return;
      }
      const round = GateRound.create({
        knex,
        store,
        engine,
        drafts,
        fresh,
        ledger,
        logger,
        nativeIds,
      });
      worker.start();
      running = [
        GateObserver.start({ hints: inventory.hints, logger, round }),
        lanes.start(engine),
        SweepLoop.start({ engine, logger }),
        worker,
      ];
      await scheduleApprovalNotices(
        deps.scheduler,
        ApprovalNotices.create({ ...deps, knex, store, directory }),
      );
      await scheduleCheckpoints({
        ...deps,
        knex,
        config: readAuditConfig(config),
      });
    },
    async stop() {
      await Promise.all(running.map(item => item.stop()));
    },
  };
}
