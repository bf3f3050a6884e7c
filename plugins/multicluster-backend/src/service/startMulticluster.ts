import { multiclusterPermissions } from '@fairway/backstage-plugin-multicluster-common';
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
import { HOOK_PATH } from '../router/hookPath';
import { ClusterPolicies } from '../views/platform/ClusterPolicies';
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
  const services = createServices({
    ...deps,
    inventory,
    matching,
    limits,
    showClaimed: matchingConfig.showClaimed,
    mapped: matchingConfig.mappings.length > 0,
  });
  const shutdown = new AbortController();
  // Delivery tools have no token of the portal; each sends the secret of its source.
  deps.httpRouter.addAuthPolicy({ path: HOOK_PATH, allow: 'unauthenticated' });
  deps.httpRouter.use(
    await createRouter({
      ...services,
      auditor: deps.auditor,
      hints: names,
      httpAuth: deps.httpAuth,
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
  lifecycle.addShutdownHook(async () => {
    shutdown.abort();
    await follower.stop();
    await inventory.stop();
  });
}
