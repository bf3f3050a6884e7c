import { callerRefusal } from '../rules/voters/callerRefusal';
import { canDecideNow } from './canDecideNow';
import { isEmergencyOf } from './isEmergencyOf';
import { isOwnedBy } from './isOwnedBy';
import { JudgedRequest } from './JudgedRequest';
import { reviewerRefusalFor } from './reviewerRefusalFor';
import { ViewerFacts } from './ViewerFacts';

/**
 * What of a request is up to a viewer: to decide it, to take back what was decided before it is sent, or to look at what somebody
 * decided past the rules, mostly after it has ended.
 */
export type Turn = 'decide' | 'recall' | 'review';

/** Whether a request waits for this very person, and for what. Undefined: it waits for others, for its time or for a tool. */
export function turnOf(
  request: JudgedRequest & { ownVote?: string; recallUntil?: number },
  viewer: ViewerFacts,
  {
    granted,
    now,
  }: { granted: { vote: boolean; resolve: boolean }; now: number },
): Turn | undefined {
  // Only as long as the window for it is open: what is held or stopped after that waits for nobody.
  const canTakeBack =
    request.state === 'queued' &&
    (request.recallUntil ?? 0) > now &&
    granted.vote &&
    (request.ownVote !== undefined ||
      isEmergencyOf(request, viewer) ||
      isOwnedBy(request.owners, viewer));
  if (canTakeBack) {
    return 'recall';
  }
  if (canDecideNow(request, viewer, granted)) {
    return 'decide';
  }
  const canReview =
    granted.vote &&
    callerRefusal({ ...viewer.by, guestCounts: viewer.guestCounts }) ===
      undefined &&
    reviewerRefusalFor(request, viewer) === undefined;
  return canReview ? 'review' : undefined;
}
