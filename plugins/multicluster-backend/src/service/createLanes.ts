import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { createLaneCare } from '../approvals/lanes/care/createLaneCare';
import { LaneAdapter } from '../approvals/lanes/LaneAdapter';
import { BaselineReader } from '../approvals/lanes/BaselineReader';
import { DefaultLaneKeeper } from '../approvals/lanes/DefaultLaneKeeper';
import { LaneBook } from '../approvals/lanes/LaneBook';
import { LaneDrafts } from '../approvals/lanes/LaneDrafts';
import { LaneGlance } from '../approvals/lanes/LaneGlance';
import { LaneHand } from '../approvals/lanes/LaneHand';
import { LaneInventory } from '../approvals/lanes/LaneInventory';
import { LaneLister } from '../approvals/lanes/LaneLister';
import { LaneManager } from '../approvals/lanes/LaneManager';
import { LaneObserver, LaneTiming } from '../approvals/lanes/LaneObserver';
import { LanePolicies } from '../approvals/lanes/LanePolicies';
import { LaneReader } from '../approvals/lanes/LaneReader';
import { LaneRound } from '../approvals/lanes/LaneRound';
import { StoppedRelease } from '../approvals/lanes/StoppedRelease';
import { ApprovalEngine } from '../approvals/engine/ApprovalEngine';
import { Directory } from '../approvals/engine/directory/DirectoryFacts';
import { RequestRules } from '../approvals/observe/RequestRules';
import { LaneSettings } from '../approvals/rules/policy/readLaneSettings';
import { ApprovalStore } from '../approvals/store/ApprovalStore';
import { Inventory } from '../inventory/Inventory';
import { FleetHealthReader } from '../views/health/FleetHealthReader';
import { Environments } from '../views/platform/Environments';
import { LaneKeeper } from './LaneService';
import { SourceRegistry } from './SourceRegistry';

interface Options {
  inventory: Pick<Inventory, 'knex' | 'hints'>;
  store: ApprovalStore;
  sources: SourceRegistry;
  environments: Environments;
  directory: Directory;
  rules: RequestRules;
  notifications: NotificationService;
  settings: { lanes: LaneSettings };
  /** Asked once something happens: it is made of adapters, of which one is made here. */
  engine: () => ApprovalEngine;
  logger: LoggerService;
  /** Called when lanes that are shown have changed. */
  changed: () => void;
}

/** Held dispatch, ready to run. */
export interface Lanes {
  adapter: LaneAdapter;
  policies: LanePolicies;
  keeper: LaneKeeper;
  round(engine: ApprovalEngine): LaneRound;
  glance: LaneGlance;
  /** Begins to read what armed lanes hold. */
  start(
    engine: ApprovalEngine,
    timing?: Partial<LaneTiming>,
  ): { stop(): Promise<void> };
}

/** Puts held dispatch together: what arms and shows lanes, what opens requests about them, and what releases. */
export function createLanes(options: Options): Lanes {
  const { store, sources, environments, directory, rules, logger } = options;
  const { knex, hints } = options.inventory;
  const book = LaneBook.create(knex);
  const inventory = LaneInventory.create({ knex, sources, environments });
  const reader = LaneReader.create({ inventory, sources });
  const policies = LanePolicies.create({ rules, directory });
  const drafts = LaneDrafts.create({
    knex,
    sources,
    environments,
    policies,
    rules,
  });
  const { care, restore, withCare } = createLaneCare({
    ...options,
    ...options.settings.lanes,
    book,
    inventory,
    reader,
    drafts,
  });
  const hand = LaneHand.create({ book, inventory, sources, directory });
  const stopped = StoppedRelease.create({ knex, store, hand, logger });
  const round = (engine: ApprovalEngine) =>
    LaneRound.create({
      knex,
      store,
      engine,
      book,
      inventory,
      reader,
      drafts,
      care,
      logger,
    });
  const glance = LaneGlance.create({
    book,
    inventory,
    reader,
    stopped,
    care,
    logger,
  });
  return {
    adapter: LaneAdapter.create({
      knex,
      sources,
      hand,
      reader,
      stopped,
      care,
    }),
    policies,
    keeper: withCare(
      DefaultLaneKeeper.create({
        restore,
        lister: LaneLister.create({
          knex,
          sources,
          book,
          inventory,
          health: FleetHealthReader.create({
            knex,
            sources: () => sources.known,
          }),
          now: () => store.now(),
        }),
        manager: LaneManager.create({
          store,
          sources,
          book,
          inventory,
          baselines: BaselineReader.create(knex),
          changed: options.changed,
        }),
      }),
    ),
    round,
    glance,
    start: (engine, timing) =>
      LaneObserver.start({
        knex,
        hints,
        logger,
        round: round(engine),
        glance,
        ...(timing && { timing }),
      }),
  };
}
