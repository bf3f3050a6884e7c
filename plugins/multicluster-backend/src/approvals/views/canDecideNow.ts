import { JudgedRequest } from './JudgedRequest';
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
    const refs = [viewer.person?.ref, ...(viewer.person?.groups ?? [])];
    return (
      granted.resolve &&
      (request.halted?.owners ?? []).some(owner => refs.includes(owner))
    );
  }
  return (
    request.state === 'pending' &&
    request.ownVote === undefined &&
    granted.vote &&
    voterRefusalFor(request, viewer, 'approve') === undefined
  );
}
