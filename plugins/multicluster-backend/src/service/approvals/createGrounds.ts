import { appendAudit } from '../../approvals/audit/appendAudit';
import { CatalogDirectory } from '../../approvals/engine/directory/CatalogDirectory';
import { KeptDirectory } from '../../approvals/engine/directory/KeptDirectory';
import { Person } from '../../approvals/engine/directory/DirectoryFacts';
import { PeopleFirst } from '../../approvals/engine/PeopleFirst';
import { VoterJudge } from '../../approvals/engine/VoterJudge';
import { RunDrafts } from '../../approvals/observe/RunDrafts';
import { ConfiguredRules } from '../../approvals/platform/ConfiguredRules';
import { isDurable } from '../../approvals/platform/isDurable';
import { nativeIdsAt } from '../../approvals/platform/nativeIdsAt';
import { PeopleBook } from '../../approvals/platform/PeopleBook';
import { FreshRuns } from '../../approvals/pull/FreshRuns';
import { PullLedger } from '../../approvals/pull/PullLedger';
import { readPullGates } from '../../approvals/pull/readPullGates';
import { readApprovalPolicies } from '../../approvals/rules/policy/readApprovalPolicies';
import { readApprovalSettings } from '../../approvals/rules/policy/readApprovalSettings';
import { platformRefusal } from '../../approvals/rules/voters/platformRefusal';
import { switchedOff } from '../../approvals/rules/voters/switchedOff';
import { ApprovalStore } from '../../approvals/store/ApprovalStore';
import { DatabaseClock } from '../../approvals/store/DatabaseClock';
import { ApprovalHints } from '../../hints/ApprovalHints';
import { HintPublisher } from '../../hints/HintPublisher';
import { Inventory } from '../../inventory/Inventory';
import { FleetHealthReader } from '../../views/health/FleetHealthReader';
import { Environments } from '../../views/platform/Environments';
import { MulticlusterDeps } from '../MulticlusterDeps';

/** What approvals are made of. */
export type ApprovalDeps = MulticlusterDeps & {
  inventory: Inventory;
  publisher: HintPublisher;
};

/** What everything of approvals stands on: configuration, people, what is stored and what runs say. */
export type ApprovalGrounds = ReturnType<typeof createGrounds>;

/** Reads the configuration of approvals, and warns of what of it is not used. */
export function createGrounds(deps: ApprovalDeps) {
  const { config, inventory, sources, logger, failpoint } = deps;
  const { knex } = inventory;
  const settings = readApprovalSettings(config, process.env.NODE_ENV);
  const guestCounts = settings.allowWithoutRules;
  const platform = {
    permissionsEnabled:
      config.getOptionalBoolean('permission.enabled') ?? false,
    databaseDurable: isDurable(knex),
    allowWithoutRules: settings.allowWithoutRules,
  };
  const off = switchedOff(settings);
  const policies = readApprovalPolicies(config);
  const gates = readPullGates(config);
  for (const { key, reason } of [...policies.problems, ...gates.problems]) {
    logger.warn(`${key}: ${reason}`);
  }
  const nativeIds = (
    source: string,
    person: Pick<Person, 'ref'> & Partial<Person>,
  ) => nativeIdsAt(sources.get(source)?.gates, settings.people, person);
  const clock = DatabaseClock.create();
  const environments = Environments.fromConfig(config);
  const rules = ConfiguredRules.create({
    ...deps,
    policies,
    platform,
    people: PeopleBook.create({ ...deps, rules: settings.people }),
  });
  const directory = CatalogDirectory.create({
    ...deps,
    groupLocations: settings.groupLocations,
  });
  return {
    settings,
    policies,
    guestCounts,
    gates,
    nativeIds,
    clock,
    environments,
    rules,
    /** Why nothing is begun that needs somebody who observes and delivers. */
    off,
    /** Why nobody may vote in this portal. What is wanting in it comes first: it stays when approvals are switched on. */
    refusal: platformRefusal({ ...platform, policyValid: true }) ?? off,
    hints: ApprovalHints.create({ ...deps, knex }),
    store: ApprovalStore.create({ knex, clock, appendAudit, failpoint }),
    people: PeopleFirst.create(),
    directory,
    outlook: KeptDirectory.create({ directory }),
    judge: VoterJudge.create({ nativeIds, guestCounts }),
    drafts: RunDrafts.create({ knex, sources, environments, rules }),
    ledger: PullLedger.create(knex),
    fresh: FreshRuns.create(sources),
    health: FleetHealthReader.create({ knex, sources: () => sources.known }),
  };
}
