import {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { LogSeats } from '../detail/LogSeats';
import { HintNames } from '../hints/HintNames';
import { ApprovalDiffService } from '../service/ApprovalDiffService';
import { ApprovalService } from '../service/ApprovalService';
import { AuditService } from '../service/AuditService';
import { ClusterActionService } from '../service/ClusterActionService';
import { LaneService } from '../service/LaneService';
import { PullGateService } from '../service/PullGateService';
import { StopService } from '../service/StopService';
import { DetailService } from '../service/DetailService';
import { FleetService } from '../service/FleetService';
import { HookService } from '../service/HookService';
import { PromotionCommitsService } from '../service/PromotionCommitsService';
import { PromotionDiffService } from '../service/PromotionDiffService';
import { PromotionService } from '../service/PromotionService';
import { RunService } from '../service/RunService';
import { SourceService } from '../service/SourceService';
import { TopologyService } from '../service/TopologyService';
import { WorkloadService } from '../service/WorkloadService';
import { RequestDurations } from './timed';

/** What the routes stand on. Every service has already been wrapped by its `Authorized*`. */
export interface RouterOptions {
  approvals: ApprovalService;
  approvalDiff: ApprovalDiffService;
  /** Absent, like the next two: nothing of the kind can be done here. */
  audit?: AuditService;
  auditor: AuditorService;
  clusterActions?: ClusterActionService;
  detail: DetailService;
  fleet: FleetService;
  hints: HintNames;
  httpAuth: HttpAuthService;
  hooks: HookService;
  lanes?: LaneService;
  logger: LoggerService;
  logSeats: LogSeats;
  promotion: PromotionService;
  promotionCommits: PromotionCommitsService;
  promotionDiff: PromotionDiffService;
  /** Absent: approvals are off, and no stage is answered. */
  pullGates?: PullGateService;
  requestDurations: RequestDurations;
  runs: RunService;
  /** Aborts when the back end stops; a followed log would keep it from ending. */
  shutdown: AbortSignal;
  sources: SourceService;
  stops: StopService;
  topology: TopologyService;
  workloads: WorkloadService;
}
