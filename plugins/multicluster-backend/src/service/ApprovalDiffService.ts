import { ApprovalDiff } from '@fairway/backstage-plugin-multicluster-common';
import { Asking } from './FleetService';

/** What a request would change, read at the far end as the caller. */
export interface ApprovalDiffService {
  /**
   * Throws a NotFoundError for a request that the caller may not see, and a NotAllowedError when they may compare manifests of
   * none of its entities.
   */
  diff(id: string, options: Asking): Promise<ApprovalDiff>;
}
