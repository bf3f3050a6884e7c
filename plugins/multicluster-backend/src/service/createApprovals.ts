import { demandBook } from '../approvals/audit/report/demandBook';
import { ActingReader } from '../permissions/ActingReader';
import { registerApprovalResources } from '../permissions/approval/registerApprovalResources';
import {
  AuthorizedApprovals,
  createAuthorized,
} from './approvals/createAuthorized';
import { createDelivery } from './approvals/createDelivery';
import { ApprovalDeps, createGrounds } from './approvals/createGrounds';
import { createPullGates } from './approvals/createPullGates';
import { createReaders } from './approvals/createReaders';
import { startApprovals } from './approvals/startApprovals';
import { PullGateService } from './PullGateService';

/** Approvals, ready to run. */
export interface Approvals extends AuthorizedApprovals {
  acting: ActingReader;
  /** Absent: approvals are off, and no stage is answered. */
  pullGates?: PullGateService;
  /** Begins to observe gates and to deliver. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Puts approvals together: what decides, what observes and delivers, and what the routes stand on. */
export function createApprovals(deps: ApprovalDeps): Approvals {
  const grounds = createGrounds(deps);
  const delivery = createDelivery(deps, grounds);
  registerApprovalResources(deps.permissionsRegistry, deps.inventory.knex);
  const readers = createReaders(deps, grounds, delivery);
  const { policies, settings } = grounds;
  const { enabled } = settings;
  const running: Array<{ stop(): Promise<void> }> = [];
  return {
    acting: readers.acting,
    ...createAuthorized(deps, grounds, delivery, readers),
    ...(enabled && { pullGates: createPullGates(deps, grounds, delivery) }),
    async start() {
      await demandBook.note(
        deps.inventory.knex,
        enabled ? policies.environments : [],
      );
      if (enabled) {
        await startApprovals(deps, grounds, delivery, running);
      }
    },
    async stop() {
      await Promise.all(running.map(item => item.stop()));
    },
  };
}
