import { DatabaseClock } from '../approvals/store/DatabaseClock';
import { namingPromotionRequests } from '../approvals/views/namingPromotionRequests';
import { PortalGateReader } from '../approvals/views/PortalGateReader';
import { showingPortalGates } from '../approvals/views/showingPortalGates';
import { namingRequests } from '../approvals/views/namingRequests';
import { selectEntityRequests } from '../approvals/views/selectEntityRequests';
import { CallerReader } from '../detail/CallerReader';
import { DefaultDetailReader } from '../detail/DefaultDetailReader';
import { DefaultPromotionCommitsReader } from '../detail/DefaultPromotionCommitsReader';
import { DefaultPromotionDiffReader } from '../detail/DefaultPromotionDiffReader';
import { DefaultRunDetailReader } from '../detail/DefaultRunDetailReader';
import { DetailLimits } from '../detail/DetailLimits';
import { Inventory } from '../inventory/Inventory';
import { MatchingService } from '../matching/MatchingService';
import { ActingReader } from '../permissions/ActingReader';
import { AuthorizedDetailService } from '../permissions/AuthorizedDetailService';
import { AuthorizedFleetService } from '../permissions/AuthorizedFleetService';
import { AuthorizedPromotionCommitsService } from '../permissions/AuthorizedPromotionCommitsService';
import { HeldDiffReader } from '../approvals/diff/HeldDiffReader';
import { SubjectDiffReader } from '../approvals/diff/SubjectDiffReader';
import { LaneInventory } from '../approvals/lanes/LaneInventory';
import { AuthorizedApprovalDiffService } from '../permissions/AuthorizedApprovalDiffService';
import { AuthorizedPromotionDiffService } from '../permissions/AuthorizedPromotionDiffService';
import { AuthorizedPromotionService } from '../permissions/AuthorizedPromotionService';
import { AuthorizedRunService } from '../permissions/AuthorizedRunService';
import { AuthorizedSourceService } from '../permissions/AuthorizedSourceService';
import { AuthorizedTopologyService } from '../permissions/AuthorizedTopologyService';
import { AuthorizedWorkloadService } from '../permissions/AuthorizedWorkloadService';
import { EntityAccess } from '../permissions/EntityAccess';
import { RouterOptions } from '../router/RouterOptions';
import { ScmCommits } from '../scm/ScmCommits';
import { FleetBook } from '../views/clusters/FleetBook';
import { DefaultFleetService } from '../views/fleet/DefaultFleetService';
import { FleetHealthReader } from '../views/health/FleetHealthReader';
import { ImpactReader } from '../views/impact/ImpactReader';
import { ClusterPolicies } from '../views/platform/ClusterPolicies';
import { Environments } from '../views/platform/Environments';
import { createPromotionReader } from '../views/promotion/createPromotionReader';
import { ScmHosts } from '../views/promotion/ScmHosts';
import { DefaultRunReader } from '../views/runs/DefaultRunReader';
import { LaneCounter } from '../views/runs/LaneCounter';
import { DefaultSourceService } from '../views/sources/DefaultSourceService';
import { DefaultTopologyReader } from '../views/topology/DefaultTopologyReader';
import { DefaultWorkloadReader } from '../views/workloads/DefaultWorkloadReader';
import { UnplacedBook } from '../views/unplaced/UnplacedBook';
import { FEW } from '../views/workloads/selectFewWorkloads';
import { WorkloadCounter } from '../views/workloads/WorkloadCounter';
import { DefaultHookService } from './DefaultHookService';
import { ApprovalService } from './ApprovalService';
import { MulticlusterDeps } from './MulticlusterDeps';

type Services = Pick<
  RouterOptions,
  | 'detail'
  | 'fleet'
  | 'hooks'
  | 'promotion'
  | 'promotionCommits'
  | 'approvalDiff'
  | 'promotionDiff'
  | 'runs'
  | 'sources'
  | 'topology'
  | 'workloads'
>;

/** The services of the routes, each behind the decorator that authorises it. */
export function createServices(
  deps: MulticlusterDeps & {
    acting: Pick<ActingReader, 'may' | 'refusal'>;
    approvals: ApprovalService;
    inventory: Inventory;
    matching: MatchingService;
    limits: DetailLimits;
    showClaimed: boolean;
    mapped: boolean;
  },
): Services {
  const { config, inventory, sources } = deps;
  const { knex } = inventory;
  const access = EntityAccess.create(deps);
  const clock = DatabaseClock.create();
  const portalGates = PortalGateReader.create({ knex, clock });
  const book = FleetBook.create({ knex });
  const environments = Environments.fromConfig(config);
  const policies = ClusterPolicies.fromConfig(config);
  const health = FleetHealthReader.create({
    knex,
    sources: () => sources.known,
  });
  const callers = CallerReader.create(deps);
  const workloads = DefaultWorkloadReader.create({
    knex,
    book,
    counter: WorkloadCounter.create(knex),
    unplaced: UnplacedBook.create({ knex, most: FEW }),
    environments,
    health,
    sources,
  });
  const details = DefaultDetailReader.create({
    knex,
    sources,
    callers,
    logger: deps.logger,
    limits: deps.limits,
  });
  const { promotion, comparable, ranges } = createPromotionReader({
    ...deps,
    knex,
    book,
    environments,
    health,
    portalGates,
    requests: entityRef => selectEntityRequests(knex, clock, entityRef),
  });
  const promotionDiff = DefaultPromotionDiffReader.create({
    comparable,
    details,
  });
  return {
    topology: AuthorizedTopologyService.create({
      access,
      reader: DefaultTopologyReader.create({
        ...deps,
        knex,
        health,
        environments,
      }),
    }),
    fleet: AuthorizedFleetService.create({
      access,
      acting: deps.acting,
      fleet: DefaultFleetService.create({
        sources,
        book,
        health,
        impact: ImpactReader.create({ knex, sources }),
        environments,
        policies,
      }),
    }),
    workloads: AuthorizedWorkloadService.create({ access, reader: workloads }),
    runs: AuthorizedRunService.create({
      access,
      reader: showingPortalGates(
        namingRequests(
          DefaultRunReader.create({
            ...deps,
            knex,
            counter: LaneCounter.create(),
            demand: inventory.demand,
            environments,
            health,
          }),
          knex,
        ),
        portalGates,
      ),
      details: DefaultRunDetailReader.create({
        ...deps,
        knex,
        callers,
        demand: inventory.demand,
      }),
    }),
    promotion: AuthorizedPromotionService.create({
      access,
      reader: namingPromotionRequests(promotion, knex),
    }),
    promotionCommits: AuthorizedPromotionCommitsService.create({
      access,
      reader: DefaultPromotionCommitsReader.create({
        ranges,
        scm: ScmCommits.create({ config }),
        hosts: ScmHosts.fromConfig(config),
      }),
    }),
    promotionDiff: AuthorizedPromotionDiffService.create({
      access,
      reader: promotionDiff,
    }),
    approvalDiff: AuthorizedApprovalDiffService.create({
      approvals: deps.approvals,
      access,
      reader: SubjectDiffReader.create({
        comparable,
        details,
        promotion: promotionDiff,
        held: HeldDiffReader.create({
          knex,
          inventory: LaneInventory.create({ knex, sources, environments }),
          details,
        }),
        environments: environments.order.map(({ name }) => name),
      }),
    }),
    hooks: DefaultHookService.create({ sources, demand: inventory.demand }),
    detail: AuthorizedDetailService.create({
      access,
      workloads,
      reader: details,
    }),
    sources: AuthorizedSourceService.create({
      access,
      sources: DefaultSourceService.create({ health, inventory, sources }),
    }),
  };
}
