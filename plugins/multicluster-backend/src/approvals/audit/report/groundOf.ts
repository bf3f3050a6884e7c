import { ApprovalDemand } from './ApprovalDemand';
import { Basis, basisOf } from './basisOf';
import { ContentChange } from './ContentChange';
import { demandAt } from './demandAt';
import { ReportedRequest } from './ReportedRequest';

/**
 * On what ground a change came. One that nobody approved is only held against anybody where a policy asked for approval at that
 * moment, and where it is known to be a change: of what ran before anybody looked nothing can be said.
 */
export function groundOf(
  change: ContentChange,
  requests: readonly ReportedRequest[],
  demands: readonly ApprovalDemand[],
): Basis {
  const found = basisOf(change, requests);
  // Somebody was asked about a part of it: then the rest should have been asked about too.
  if (found.basis !== 'no-approval-found' || found.missing) {
    return found;
  }
  switch (demandAt(demands, change.environment ?? '', change.at)) {
    case 'before':
      return { basis: 'before-observation', actors: [], unnoted: true };
    case 'not-asked':
      return { basis: 'no-policy', actors: [] };
    default:
      return change.firstKnown
        ? { basis: 'before-observation', actors: [] }
        : found;
  }
}
