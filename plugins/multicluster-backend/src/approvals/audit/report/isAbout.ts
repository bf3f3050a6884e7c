import { ContentChange } from './ContentChange';
import { ReportedRequest } from './ReportedRequest';
import { decidedAt } from './decidedAt';
import { reportWindow } from './reportWindow';

/** Whether a request could have let a change through, or a part of it: whose it is, where and when. What it brings: {@link covers}. */
export function isAbout(
  request: ReportedRequest,
  change: ContentChange,
): boolean {
  const { beforeMs, afterMs } = reportWindow;
  const begins = decidedAt(request) - beforeMs;
  const ends = (request.closedAt ?? Infinity) + afterMs;
  return (
    change.at >= begins &&
    change.at <= ends &&
    isNext(request, change) &&
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
    (request.brought ?? request.subject.lane)?.clusters.includes(
      change.cluster,
    ) === true
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

/**
 * No version tells which of several changes was approved, where it stayed the same: it is the first after the decision. What
 * somebody changes by hand later must not pass for it.
 */
function isNext(
  request: ReportedRequest,
  { beside, earlierAt = -Infinity }: ContentChange,
): boolean {
  return beside === undefined || decidedAt(request) > earlierAt;
}
