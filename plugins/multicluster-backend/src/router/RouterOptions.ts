import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { LogSeats } from '../detail/LogSeats';
import { HintNames } from '../hints/HintNames';
import { DetailService } from '../service/DetailService';
import { FleetService } from '../service/FleetService';
import { HookService } from '../service/HookService';
import { PromotionDiffService } from '../service/PromotionDiffService';
import { PromotionService } from '../service/PromotionService';
import { RunService } from '../service/RunService';
import { SourceService } from '../service/SourceService';
import { TopologyService } from '../service/TopologyService';
import { WorkloadService } from '../service/WorkloadService';
import { RequestDurations } from './timed';

/** What the routes stand on. Every service has already been wrapped by its `Authorized*`. */
export interface RouterOptions {
  auditor: AuditorService;
  detail: DetailService;
  fleet: FleetService;
  hints: HintNames;
  httpAuth: HttpAuthService;
  hooks: HookService;
  logSeats: LogSeats;
  promotion: PromotionService;
  promotionDiff: PromotionDiffService;
  requestDurations: RequestDurations;
  runs: RunService;
  /** Aborts when the back end stops; a followed log would keep it from ending. */
  shutdown: AbortSignal;
  sources: SourceService;
  topology: TopologyService;
  workloads: WorkloadService;
}
