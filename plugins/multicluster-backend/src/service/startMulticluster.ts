import { multiclusterPermissions } from '@fairway/backstage-plugin-multicluster-common';
import { AuditedCall } from '../actions/AuditedCall';
import { registerApprovalActions } from '../actions/registerApprovalActions';
import { LogSeats } from '../detail/LogSeats';
import { readDetailLimits } from '../detail/DetailLimits';
import { ChangeFollower } from '../hints/ChangeFollower';
import { HintNames } from '../hints/HintNames';
import { HintPublisher } from '../hints/HintPublisher';
import { readHintKey } from '../hints/readHintKey';
import { entityView, RUNS_VIEW, WORKLOADS_VIEW } from '../hints/viewNames';
import { createInventory } from '../inventory/createInventory';
import { DefaultMatchingService } from '../matching/DefaultMatchingService';
import { pipelineToolsOf } from '../matching/pipelineToolsOf';
import { readMatchingConfig } from '../matching/readMatchingConfig';
import { scheduleMatching } from '../matching/scheduleMatching';
import { createInventoryMetrics } from '../metrics/createInventoryMetrics';
import { createRequestDurations } from '../metrics/createRequestDurations';
import { registerLaneGauges } from '../metrics/registerLaneGauges';
import { ClusterNotices } from '../notifications/ClusterNotices';
import { scheduleClusterNotices } from '../notifications/scheduleClusterNotices';
import { createRouter } from '../router/createRouter';
import { GATE_ANSWER_PATH, HOOK_PATH } from '../router/hookPath';
import { ClusterPolicies } from '../views/platform/ClusterPolicies';
import { createApprovals } from './createApprovals';
import { createServices } from './createServices';
import { MulticlusterDeps } from './MulticlusterDeps';
import { scheduleRetention } from './scheduleRetention';

/** Puts the plugin together. Waits for the database and for nothing else. */
export async function startMulticluster(deps: MulticlusterDeps): Promise<void> {
  const { config, lifecycle, logger, metrics, sources } = deps;
  const matchingConfig = readMatchingConfig(config);
  const limits = readDetailLimits(config);
  deps.permissionsRegistry.addPermissions(multiclusterPermissions);
  const inventory = await createInventory({
    database: deps.database,
    logger,
    config,
    sources: sources.all,
    brokenSources: sources.broken.map(source => source.id),
    metrics: createInventoryMetrics(metrics),
  });
  registerLaneGauges(metrics, inventory);
  const { knex } = inventory;
  const names = HintNames.create(await readHintKey(knex));
  const publisher = HintPublisher.create({ ...deps, names });
  const tools = pipelineToolsOf(sources.all);
  const matching = DefaultMatchingService.create({
    ...matchingConfig,
    knex,
    tools,
  });
  const follower = ChangeFollower.start({
    knex,
    hints: inventory.hints,
    logger,
    matching,
    publisher,
  });
  const {
    acting,
    approvals,
    audit,
    clusterActions,
    lanes,
    stops,
    pullGates,
    ...work
  } = createApprovals({ ...deps, inventory, publisher });
  const services = createServices({
    ...deps,
    acting,
    approvals,
    inventory,
    matching,
    limits,
    showClaimed: matchingConfig.showClaimed,
    mapped: matchingConfig.mappings.length > 0,
  });
  registerApprovalActions(deps.actionsRegistry, {
    approvals,
    call: AuditedCall.create(deps.auditor),
    baseUrl: config.getOptionalString('app.baseUrl') ?? '',
  });
  const shutdown = new AbortController();
  // Delivery tools have no token of the portal; each sends the secret of its source.
  for (const path of [HOOK_PATH, GATE_ANSWER_PATH]) {
    deps.httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
  }
  deps.httpRouter.use(
    await createRouter({
      ...services,
      approvals,
      audit,
      clusterActions,
      lanes,
      stops,
      pullGates,
      auditor: deps.auditor,
      hints: names,
      httpAuth: deps.httpAuth,
      logger,
      logSeats: LogSeats.create(limits.logsPerUser),
      requestDurations: createRequestDurations(metrics),
      shutdown: shutdown.signal,
    }),
  );
  await scheduleMatching({
    ...deps,
    matching,
    tools,
    every: matchingConfig.every,
    onChange: ({ entityRefs }) =>
      entityRefs.size > 0 &&
      publisher.changed([
        WORKLOADS_VIEW,
        RUNS_VIEW,
        ...[...entityRefs].map(entityView),
      ]),
  });
  await scheduleClusterNotices(
    deps.scheduler,
    ClusterNotices.create({
      ...deps,
      knex,
      policies: ClusterPolicies.fromConfig(config),
    }),
  );
  await scheduleRetention(deps.scheduler, inventory);
  inventory.start();
  await work.start();
  lifecycle.addShutdownHook(async () => {
    shutdown.abort();
    await work.stop();
    await follower.stop();
    await inventory.stop();
  });
}
