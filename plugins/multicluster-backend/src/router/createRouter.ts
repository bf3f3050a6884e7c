import { Router } from 'express';
import { createOpenApiRouter } from '../schema/openapi/generated';
import { answerGate } from './handlers/answerGate';
import { breakGlass } from './handlers/breakGlass';
import { getApproval } from './handlers/getApproval';
import { getApprovalDiff } from './handlers/getApprovalDiff';
import { getAuditReport } from './handlers/getAuditReport';
import { getCluster } from './handlers/getCluster';
import { getEntityPromotion } from './handlers/getEntityPromotion';
import { getEntityRuns } from './handlers/getEntityRuns';
import { getEntityTopology } from './handlers/getEntityTopology';
import { getFleet } from './handlers/getFleet';
import { getPipelineLive } from './handlers/getPipelineLive';
import { getPromotionCommits } from './handlers/getPromotionCommits';
import { getPromotionDiff } from './handlers/getPromotionDiff';
import { getRun } from './handlers/getRun';
import { getWorkload } from './handlers/getWorkload';
import { liftStop } from './handlers/liftStop';
import { listApprovals } from './handlers/listApprovals';
import { listAudit } from './handlers/listAudit';
import { listClusters } from './handlers/listClusters';
import { listEnvironments } from './handlers/listEnvironments';
import { listLanes } from './handlers/listLanes';
import { listPipelines } from './handlers/listPipelines';
import { listRuns } from './handlers/listRuns';
import { listSources } from './handlers/listSources';
import { listStops } from './handlers/listStops';
import { listWorkloads } from './handlers/listWorkloads';
import { manageCluster } from './handlers/manageCluster';
import { manageLane } from './handlers/manageLane';
import { readDetail } from './handlers/readDetail';
import { readLog } from './handlers/readLog';
import { readStageLog } from './handlers/readStageLog';
import { recallDecision } from './handlers/recallDecision';
import { receiveHook } from './handlers/receiveHook';
import { resolveDelivery } from './handlers/resolveDelivery';
import { restoreLane } from './handlers/restoreLane';
import { reviewDecision } from './handlers/reviewDecision';
import { stopTheLine } from './handlers/stopTheLine';
import { voteOnApproval } from './handlers/voteOnApproval';
import { voteOnApprovals } from './handlers/voteOnApprovals';
import { withdrawVote } from './handlers/withdrawVote';
import { readBody } from './readBody';
import { RouterOptions } from './RouterOptions';
import { timed } from './timed';

/** The routes of the plugin, validated against its OpenAPI description, which is served beside them. */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const router = await createOpenApiRouter({
    // Bodies are read before, see below: its own error handler leaves nothing of a refusal but the text.
    middleware: [(_req, _res, next) => next()],
  });
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
    '/v1/entities/:namespace/:kind/:name/promotion/commits',
    getPromotionCommits(options),
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
  addApprovals(router, options);
  // Around the validation, which answers what it refuses itself.
  return Router().use(
    timed(options.requestDurations),
    // Before the validation, which reads bodies as JSON: what a tool signed is its body byte by byte.
    receiveHook(options),
    answerGate(options),
    readBody(),
    router,
  );
}

/** Requests for approval, and what is decided beside them. */
function addApprovals(
  router: Awaited<ReturnType<typeof createOpenApiRouter>>,
  options: RouterOptions,
): void {
  router.get('/v1/approvals', listApprovals(options));
  router.post('/v1/approvals/votes', voteOnApprovals(options));
  router.get('/v1/approvals/:id', getApproval(options));
  router.get('/v1/approvals/:id/diff', getApprovalDiff(options));
  router.post('/v1/approvals/:id/votes', voteOnApproval(options));
  router.delete('/v1/approvals/:id/votes/mine', withdrawVote(options));
  router.post('/v1/approvals/:id/recall', recallDecision(options));
  router.post('/v1/approvals/:id/break-glass', breakGlass(options));
  router.post('/v1/approvals/:id/review', reviewDecision(options));
  router.post('/v1/approvals/:id/resolve', resolveDelivery(options));
  router.get('/v1/stops', listStops(options));
  router.post('/v1/stops', stopTheLine(options));
  router.delete('/v1/stops/:id', liftStop(options));
  const { audit, clusterActions, lanes } = options;
  if (lanes) {
    const of = { ...options, lanes };
    router.get('/v1/lanes', listLanes(of));
    router.post('/v1/lanes/:id/actions/:action', manageLane(of));
    router.post('/v1/lanes/:id/restore', restoreLane(of));
  }
  if (clusterActions) {
    router.post(
      '/v1/clusters/:controlPlane/:name/actions/:action',
      manageCluster({ ...options, clusterActions }),
    );
  }
  if (audit) {
    router.get('/v1/audit', listAudit({ ...options, audit }));
    router.get('/v1/audit/report', getAuditReport({ ...options, audit }));
  }
}
