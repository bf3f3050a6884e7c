import { Router } from 'express';
import { createOpenApiRouter } from '../schema/openapi/generated';
import { getCluster } from './handlers/getCluster';
import { getEntityPromotion } from './handlers/getEntityPromotion';
import { getEntityRuns } from './handlers/getEntityRuns';
import { getEntityTopology } from './handlers/getEntityTopology';
import { getFleet } from './handlers/getFleet';
import { getPipelineLive } from './handlers/getPipelineLive';
import { getPromotionDiff } from './handlers/getPromotionDiff';
import { getRun } from './handlers/getRun';
import { getWorkload } from './handlers/getWorkload';
import { listClusters } from './handlers/listClusters';
import { listEnvironments } from './handlers/listEnvironments';
import { listPipelines } from './handlers/listPipelines';
import { listRuns } from './handlers/listRuns';
import { listSources } from './handlers/listSources';
import { listWorkloads } from './handlers/listWorkloads';
import { readDetail } from './handlers/readDetail';
import { readLog } from './handlers/readLog';
import { readStageLog } from './handlers/readStageLog';
import { receiveHook } from './handlers/receiveHook';
import { RouterOptions } from './RouterOptions';
import { timed } from './timed';

/** The routes of the plugin, validated against its OpenAPI description, which is served beside them. */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const router = await createOpenApiRouter();
  router.get(
    '/v1/entities/:namespace/:kind/:name/topology',
    getEntityTopology(options),
  );
  router.get(
    '/v1/entities/:namespace/:kind/:name/runs',
    getEntityRuns(options),
  );
  router.get(
    '/v1/entities/:namespace/:kind/:name/promotion',
    getEntityPromotion(options),
  );
  router.get(
    '/v1/entities/:namespace/:kind/:name/promotion/diff',
    getPromotionDiff(options),
  );
  router.get('/v1/fleet', getFleet(options));
  router.get('/v1/clusters', listClusters(options));
  router.get('/v1/clusters/:controlPlane/:name', getCluster(options));
  router.get('/v1/workloads', listWorkloads(options));
  router.get('/v1/workloads/:id', getWorkload(options));
  router.get('/v1/workloads/:id/pods', readDetail('pods', options));
  router.get('/v1/workloads/:id/events', readDetail('events', options));
  router.get('/v1/workloads/:id/rendered', readDetail('rendered', options));
  router.get('/v1/workloads/:id/logs', readLog(options));
  router.get('/v1/runs', listRuns(options));
  router.get('/v1/runs/:id', getRun(options));
  router.get('/v1/runs/:id/stages/:stageId/log', readStageLog(options));
  router.get('/v1/pipelines', listPipelines(options));
  router.get('/v1/pipelines/:id/live', getPipelineLive(options));
  router.get('/v1/environments', listEnvironments(options));
  router.get('/v1/sources', listSources(options));
  // Around the validation, which answers what it refuses itself.
  return Router().use(
    timed(options.requestDurations),
    // Before the validation, which reads bodies as JSON: what a tool signed is its body byte by byte.
    receiveHook(options),
    router,
  );
}
