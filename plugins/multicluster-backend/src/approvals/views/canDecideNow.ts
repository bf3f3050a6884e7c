import { staleRefusal } from '../rules/voters/staleRefusal';
import { JudgedRequest } from './JudgedRequest';
import { mayResolve } from './mayResolve';
import { ViewerFacts } from './ViewerFacts';
import { voterRefusalFor } from './voterRefusalFor';

/**
 * Whether a request waits for this very person: it collects votes and they may cast one and did not yet, or it halted and it is
 * theirs to say how it goes on.
 */
export function canDecideNow(
  request: JudgedRequest & { ownVote?: string },
  viewer: ViewerFacts,
  granted: { vote: boolean; resolve: boolean },
): boolean {
  if (request.state === 'halted') {
    return granted.resolve && mayResolve(request, viewer);
  }
  return (
    request.state === 'pending' &&
    request.ownVote === undefined &&
    granted.vote &&
    voterRefusalFor(request, viewer, 'approve') === undefined &&
    staleRefusal(request.state, viewer.unreadable.has(request.source)) ===
      undefined
  );
}
