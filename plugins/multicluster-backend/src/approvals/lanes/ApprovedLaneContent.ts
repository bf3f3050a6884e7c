import { ApprovedContent } from '../rules/exemptionOf';

/** Content of a cluster that is known: approved and released, or there when the lane was armed. */
export interface ApprovedLaneContent extends ApprovedContent {
  /** Absent: it was there when the lane was armed, and no request was about it. */
  requestId?: string;
  /** False: it was accepted, and nothing there could be read that would prove it. */
  proven: boolean;
}
