import { readAuditConfig } from '../../approvals/audit/readAuditConfig';
import { scheduleCheckpoints } from '../../approvals/audit/scheduleCheckpoints';
import { ApprovalNotices } from '../../approvals/notify/ApprovalNotices';
import { scheduleApprovalNotices } from '../../approvals/notify/scheduleApprovalNotices';
import { GateObserver } from '../../approvals/observe/GateObserver';
import { GateRound } from '../../approvals/observe/GateRound';
import { SweepLoop } from '../../approvals/platform/SweepLoop';
import { ApprovalDelivery } from './createDelivery';
import { ApprovalDeps, ApprovalGrounds } from './createGrounds';

/**
 * Begins to observe gates and to deliver.
 *
 * @param running - what is to be stopped is added to it at once, also where something after that fails
 */
export async function startApprovals(
  deps: ApprovalDeps,
  grounds: ApprovalGrounds,
  delivery: ApprovalDelivery,
  running: Array<{ stop(): Promise<void> }>,
): Promise<void> {
  const { config, inventory, logger, scheduler } = deps;
  const { knex, hints } = inventory;
  const { store, drafts, fresh, nativeIds, outlook, people } = grounds;
  const { engine, worker, lanes } = delivery;
  const round = GateRound.create({
    knex,
    store,
    engine,
    drafts,
    fresh,
    logger,
    directory: outlook,
    nativeIds,
    people,
  });
  worker.start();
  running.push(
    GateObserver.start({ hints, logger, round }),
    lanes.start(engine),
    SweepLoop.start({ engine, logger }),
    worker,
  );
  await scheduleApprovalNotices(
    scheduler,
    ApprovalNotices.create({ ...deps, knex, store, directory: outlook }),
  );
  await scheduleCheckpoints({ ...deps, knex, config: readAuditConfig(config) });
}
