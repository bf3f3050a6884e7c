import { GivenContent } from '../rules/exemptionOf';

/** Content of a cluster that is known: released, seen to have been let out by hand, or there when the lane was armed. */
export interface GivenLaneContent extends GivenContent {
  /** Absent: it was there when the lane was armed, and no request was about it. That one was proves no approval. */
  requestId?: string;
  /** False: it was accepted, and nothing there could be read that would prove it. */
  proven: boolean;
}
