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
  /** Continue, roll back or abandon what halted. */
  resolve: ApprovalAbility;
}

/** A request with what the caller may do. @public */
export interface ApprovalItem {
  request: ApprovalRequest;
  tone: Tone;
  can: ApprovalAbilities;
  /** Other open requests about the same change, such as a lane and the run that changed it; shown as one item. */
  related: Array<{ id: string; kind: ApprovalRequest['kind']; title: string }>;
}

/** `GET /v1/approvals`: what the caller can decide now first, then what waits for others, then what ended. @public */
export interface ApprovalList extends ViewMeta {
  items: ApprovalItem[];
  total: number;
  /** Of open requests, those that the caller can decide now. */
  mine: number;
  nextCursor?: string;
}
