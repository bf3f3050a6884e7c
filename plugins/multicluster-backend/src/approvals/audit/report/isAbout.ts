import { ContentChange } from './ContentChange';
import { ReportedRequest } from './ReportedRequest';

/** A run goes on for a while after its gate; what comes later than this is no longer what was approved then. */
const AFTER_MS = 6 * 3600_000;
/** A poll may see the decision later than the cluster shows what came of it. */
const BEFORE_MS = 2 * 60_000;

/** Whether a request could have been the one that let a change through: whose it is, what it brings, where and when. */
export function isAbout(
  request: ReportedRequest,
  change: ContentChange,
): boolean {
  const begins = (request.sealedAt ?? request.closedAt ?? Infinity) - BEFORE_MS;
  const ends = (request.closedAt ?? Infinity) + AFTER_MS;
  return (
    change.at >= begins &&
    change.at <= ends &&
    bringsVersion(request, change) &&
    (request.kind === 'lane'
      ? isOfLane(request, change)
      : isOfRun(request, change))
  );
}

function isOfLane(request: ReportedRequest, change: ContentChange): boolean {
  return (
    request.source === change.source &&
    request.policyKey !== undefined &&
    request.policyKey === change.policyKey &&
    (request.subject.lane?.clusters.includes(change.cluster) ?? false)
  );
}

function isOfRun(request: ReportedRequest, change: ContentChange): boolean {
  const sameEnvironment =
    request.environment === undefined ||
    change.environment === undefined ||
    request.environment === change.environment;
  return (
    sameEnvironment &&
    request.entityRefs.some(ref => change.entityRefs.includes(ref))
  );
}

/** Where nobody knows what a request brought, a change is not taken to be it. */
function bringsVersion(
  { subject, kind }: ReportedRequest,
  { to }: ContentChange,
): boolean {
  const versions = to.split(', ');
  return (
    subject.images?.some(({ version }) => versions.includes(version)) ??
    kind === 'lane'
  );
}
