import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { HintNames } from '../hints/HintNames';
import { TopologyService } from '../service/TopologyService';

/** What the routes stand on. Every service has already been wrapped by its `Authorized*`. */
export interface RouterOptions {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  hints: HintNames;
  topology: TopologyService;
}
