import {
  ApprovalAbility,
  ApprovalRequest,
} from '../../model/approval/ApprovalRequest';
import { Tone } from './EntityTopology';
import { ViewMeta } from './ViewMeta';

/** What the caller may do with a request now. @public */
export interface ApprovalAbilities {
  approve: ApprovalAbility;
  reject: ApprovalAbility;
  withdraw: ApprovalAbility;
  recall: ApprovalAbility;
  breakGlass: ApprovalAbility;
  /** Say that they looked at what somebody else decided past the rules, also when it took effect long ago. */
  review: ApprovalAbility;
  /** Continue, roll back or abandon what halted. */
  resolve: ApprovalAbility;
}

/** A request with what the caller may do. @public */
export interface ApprovalItem {
  request: ApprovalRequest;
  tone: Tone;
  can: ApprovalAbilities;
  /** It is up to the caller now: to decide it, to say how it goes on, or to take it back while that can be done. */
  mine: boolean;
  /**
   * Of a run the open lanes of the same change, the same entities and the same environment, and the other way round. A run and a
   * lane are listed as one item.
   */
  related: RelatedApproval[];
}

/** An open request that is one matter with another. @public */
export interface RelatedApproval {
  id: string;
  kind: ApprovalRequest['kind'];
  title: string;
  environment?: string;
}

/**
 * `GET /v1/approvals`: what is up to the caller now first, then what waits for others, each most urgent first: where a cluster of a
 * lane is lost, what halted, what expires soonest, what waits longest. Then what ended, the last first.
 *
 * @public
 */
export interface ApprovalList extends ViewMeta {
  items: ApprovalItem[];
  total: number;
  /** Of open requests, those that are up to the caller now; absent with the scope `closed`, which looks at none. */
  mine?: number;
  nextCursor?: string;
}
