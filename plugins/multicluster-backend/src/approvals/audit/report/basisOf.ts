import { ChangeBasis } from '@fairway/backstage-plugin-multicluster-common';
import { ContentChange } from './ContentChange';
import { ReportedRequest } from './ReportedRequest';
import { isAbout } from './isAbout';

/** By what a change came to be, and who decided it. */
export interface Basis {
  basis: ChangeBasis;
  request?: ReportedRequest;
  /** Refs of users, or names in the tool. */
  actors: string[];
}

/**
 * By what a change of content came to be, of all requests that could be about it: the newest that was decided before it. One that
 * nobody had decided yet, was refused, or ended by itself is no approval, whatever runs since.
 */
export function basisOf(
  change: ContentChange,
  requests: readonly ReportedRequest[],
): Basis {
  const [request] = requests
    .filter(one => isDecided(one) && isAbout(one, change))
    .sort((a, b) => b.createdAt - a.createdAt);
  if (!request) {
    return { basis: 'no-approval-found', actors: [] };
  }
  if (request.state === 'external') {
    const { closedBy } = request;
    const name = closedBy?.entityRef ?? closedBy?.title ?? closedBy?.nativeId;
    return name
      ? { basis: 'decided-elsewhere', request, actors: [name] }
      : { basis: 'actor-unknown', request, actors: [] };
  }
  return { basis: ownBasis(request), request, actors: request.voters };
}

/** What is on its way counts: its first cluster has the content before the last one does. */
function isDecided({ state, decision, sealedAt }: ReportedRequest): boolean {
  if (state === 'external') {
    return decision !== 'reject';
  }
  const took = ['applied', 'delivering', 'unknown', 'halted', 'failed'];
  return (
    decision === 'approve' && sealedAt !== undefined && took.includes(state)
  );
}

function ownBasis({ emergency, exemption }: ReportedRequest): ChangeBasis {
  if (emergency) {
    return 'emergency';
  }
  return exemption ? 'exempt' : 'approved';
}
