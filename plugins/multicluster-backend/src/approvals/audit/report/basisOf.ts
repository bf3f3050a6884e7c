import { ChangeBasis } from '@fairway/backstage-plugin-multicluster-common';
import { ContentChange } from './ContentChange';
import { ReportedRequest } from './ReportedRequest';
import { changedVersions } from './changedVersions';
import { covers } from './covers';
import { coversBeside } from './coversBeside';
import { decidedAt } from './decidedAt';
import { isAbout } from './isAbout';

/** By what a change came to be, and who decided it. */
export interface Basis {
  basis: ChangeBasis;
  request?: ReportedRequest;
  /** Refs of users, or names in the tool. */
  actors: string[];
  /** Versions that nothing let through, where something let others of the same change through: the request. */
  missing?: string[];
  /** Of `before-observation`: it is from before it was noted where policies ask, whatever is known of the content. */
  unnoted?: true;
}

/** What says least for a change first: several requests say no more of it than the worst. */
const WORST_FIRST: ChangeBasis[] = [
  'no-approval-found',
  'actor-unknown',
  'decided-elsewhere',
  'emergency',
  'exempt',
  'approved',
];

/**
 * By what a change of content came to be, of all requests that could be about it: the newest that was decided before it and
 * brought everything that changed; else several that did so together. One decided shortly after it is asked last: when a change
 * was seen is not exact, but what came next must not stand for it. One that nobody had decided yet, was refused, or ended by
 * itself is no approval, whatever runs since. What was approved of one version says nothing of another that came with it.
 */
export function basisOf(
  change: ContentChange,
  requests: readonly ReportedRequest[],
): Basis {
  const versions = changedVersions(change);
  const about = requests
    .filter(one => isDecided(one) && isAbout(one, change))
    .sort(
      (a, b) =>
        Number(isBefore(b, change)) - Number(isBefore(a, change)) ||
        b.createdAt - a.createdAt,
    );
  const whole = about.find(one =>
    change.beside
      ? coversBeside(one, change)
      : versions.every(item => covers(one, item)),
  );
  if (whole) {
    return basisBy(whole);
  }
  if (change.beside) {
    return { basis: 'no-approval-found', actors: [] };
  }
  const { parts, missing } = gather(about, versions);
  const [worst] = parts
    .map(basisBy)
    .sort(
      (a, b) => WORST_FIRST.indexOf(a.basis) - WORST_FIRST.indexOf(b.basis),
    );
  if (!worst) {
    return { basis: 'no-approval-found', actors: [] };
  }
  return missing.length > 0
    ? {
        basis: 'no-approval-found',
        request: worst.request,
        actors: [],
        missing,
      }
    : { ...worst, actors: [...new Set(parts.flatMap(actorsOf))] };
}

function isBefore(request: ReportedRequest, { at }: ContentChange): boolean {
  return decidedAt(request) <= at;
}

/** The newest requests by which the most is covered, and what is not. */
function gather(about: readonly ReportedRequest[], versions: string[]) {
  const parts: ReportedRequest[] = [];
  let missing = versions;
  for (const request of about) {
    const left = missing.filter(version => !covers(request, version));
    if (left.length < missing.length) {
      parts.push(request);
      missing = left;
    }
  }
  return { parts, missing };
}

function basisBy(request: ReportedRequest): Basis {
  const actors = actorsOf(request);
  if (request.state === 'external') {
    const basis = actors.length > 0 ? 'decided-elsewhere' : 'actor-unknown';
    return { basis, request, actors };
  }
  return { basis: ownBasis(request), request, actors };
}

function actorsOf({ state, closedBy, voters }: ReportedRequest): string[] {
  if (state !== 'external') {
    return voters;
  }
  const name = closedBy?.entityRef ?? closedBy?.title ?? closedBy?.nativeId;
  return name ? [name] : [];
}

/** What is on its way counts: its first cluster has the content before the last one does. */
function isDecided({
  state,
  decision,
  sealedAt,
  brought,
}: ReportedRequest): boolean {
  if (brought) {
    return true;
  }
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
