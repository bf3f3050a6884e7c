import { DefaultPullGateService } from '../../approvals/pull/DefaultPullGateService';
import { PullAnswers } from '../../approvals/pull/PullAnswers';
import { findStop } from '../../approvals/stops/findStop';
import { selectStops } from '../../approvals/stops/selectStops';
import { PullGateService } from '../PullGateService';
import { ApprovalDelivery } from './createDelivery';
import { ApprovalDeps, ApprovalGrounds } from './createGrounds';

/** Puts together what answers stages that ask. */
export function createPullGates(
  deps: ApprovalDeps,
  grounds: ApprovalGrounds,
  { engine }: Pick<ApprovalDelivery, 'engine'>,
): PullGateService {
  const { failpoint, inventory } = deps;
  const { knex, demand } = inventory;
  const { gates, drafts, ledger, fresh, store } = grounds;
  return DefaultPullGateService.create({
    knex,
    gates,
    demand,
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
  });
}
