import { DefaultAuditReader } from '../../approvals/audit/DefaultAuditReader';
import { DefaultClusterActor } from '../../approvals/clusters/DefaultClusterActor';
import { DefaultStopBook } from '../../approvals/stops/DefaultStopBook';
import { readKeep } from '../../inventory/retention/readKeep';
import { AuthorizedApprovalService } from '../../permissions/AuthorizedApprovalService';
import { AuthorizedAuditService } from '../../permissions/AuthorizedAuditService';
import { AuthorizedClusterActionService } from '../../permissions/AuthorizedClusterActionService';
import { AuthorizedLaneService } from '../../permissions/AuthorizedLaneService';
import { AuthorizedStopService } from '../../permissions/AuthorizedStopService';
import { ApprovalService } from '../ApprovalService';
import { AuditService } from '../AuditService';
import { ClusterActionService } from '../ClusterActionService';
import { LaneService } from '../LaneService';
import { StopService } from '../StopService';
import { ApprovalDelivery } from './createDelivery';
import { ApprovalDeps, ApprovalGrounds } from './createGrounds';
import { ApprovalReaders } from './createReaders';

/** What the routes of approvals stand on. */
export interface AuthorizedApprovals {
  approvals: ApprovalService;
  audit: AuditService;
  clusterActions: ClusterActionService;
  lanes: LaneService;
  stops: StopService;
}

/** Puts a guard before everything that people can ask of approvals. */
export function createAuthorized(
  { config, inventory, sources }: ApprovalDeps,
  grounds: ApprovalGrounds,
  { engine, worker, lanes }: ApprovalDelivery,
  { access, acting, limits, reader, rights }: ApprovalReaders,
): AuthorizedApprovals {
  const { knex } = inventory;
  const { store, environments, hints, people } = grounds;
  const { refusal, off, guestCounts } = grounds;
  return {
    clusterActions: AuthorizedClusterActionService.create({
      acting,
      access,
      clusters: DefaultClusterActor.create({
        knex,
        store,
        sources,
        environments,
      }),
    }),
    approvals: AuthorizedApprovalService.create({
      engine,
      reader,
      rights,
      access,
      limits,
      people,
      platform: refusal,
      off,
      guestCounts,
    }),
    audit: AuthorizedAuditService.create({
      access,
      audit: DefaultAuditReader.create({
        knex,
        environments,
        keptMs: readKeep(config, 'transitions'),
      }),
    }),
    lanes: AuthorizedLaneService.create({
      lanes: lanes.keeper,
      acting,
      access,
      ...(off && { off }),
    }),
    stops: AuthorizedStopService.create({
      access,
      acting,
      rights,
      stops: DefaultStopBook.create({
        store,
        environments: environments.order.map(({ name }) => name),
        sources: () => sources.known.map(({ id }) => id),
        changed: () => {
          hints.listsChanged();
          worker.wake();
        },
      }),
    }),
  };
}
