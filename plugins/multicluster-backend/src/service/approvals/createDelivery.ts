import { AdapterRegistry } from '../../approvals/delivery/AdapterRegistry';
import { DeliveryWorker } from '../../approvals/delivery/DeliveryWorker';
import { RunGateAdapter } from '../../approvals/delivery/RunGateAdapter';
import { ApprovalEngine } from '../../approvals/engine/ApprovalEngine';
import { DefaultApprovalEngine } from '../../approvals/engine/DefaultApprovalEngine';
import { SourceSight } from '../../approvals/engine/SourceSight';
import { ConfiguredPolicyBook } from '../../approvals/platform/ConfiguredPolicyBook';
import { unreadableSources } from '../../approvals/platform/unreadableSources';
import { PullAdapter } from '../../approvals/pull/PullAdapter';
import { countApprovals } from '../../approvals/store/countApprovals';
import { createApprovalMetrics } from '../../metrics/createApprovalMetrics';
import { createLanes, Lanes } from '../createLanes';
import { ApprovalDeps, ApprovalGrounds } from './createGrounds';

/** What decides, and what brings decisions to where they have their effect. */
export interface ApprovalDelivery {
  engine: ApprovalEngine;
  worker: DeliveryWorker;
  lanes: Lanes;
  sight: SourceSight;
}

/** Puts the engine together with the worker that delivers, and with an adapter for each kind of gate. */
export function createDelivery(
  deps: ApprovalDeps,
  grounds: ApprovalGrounds,
): ApprovalDelivery {
  const { logger, failpoint } = deps;
  const { knex } = deps.inventory;
  const {
    store,
    directory,
    outlook,
    judge,
    hints,
    health,
    guestCounts,
    people,
  } = grounds;
  // The engine is made of adapters, of which one is made here.
  const made: { engine?: ApprovalEngine } = {};
  const lanes = createLanes({
    ...deps,
    ...grounds,
    engine: () => made.engine!,
    changed: () => hints.lanesChanged(),
  });
  const adapters = AdapterRegistry.create()
    .add('lane', lanes.adapter)
    .add('pull', PullAdapter.create({ ...grounds, knex }))
    .add('gate', RunGateAdapter.create({ ...deps, ...grounds, knex }));
  const metrics = createApprovalMetrics(deps.metrics, () =>
    countApprovals(knex),
  );
  const changed = (id: string) => hints.changed(id);
  const policies = ConfiguredPolicyBook.create(grounds.rules);
  const worker = DeliveryWorker.create({
    store,
    directory,
    judge,
    adapters,
    policies,
    logger,
    changed,
    delivered: milliseconds => metrics.delivered(milliseconds),
    failpoint,
    people,
  });
  const sight: SourceSight = {
    unreadable: async () =>
      unreadableSources(await health.read('all'), Date.now()),
  };
  const engine: ApprovalEngine = DefaultApprovalEngine.create({
    store,
    directory,
    outlook,
    judge,
    planner: adapters,
    policies,
    sight,
    logger,
    worker,
    guestCounts,
    changed,
    failpoint,
  });
  made.engine = engine;
  return { engine, worker, lanes, sight };
}
