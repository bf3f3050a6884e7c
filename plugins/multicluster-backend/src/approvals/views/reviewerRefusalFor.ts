import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';
import { reviewRefusal } from '../rules/voters/reviewRefusal';
import { ViewerFacts } from './ViewerFacts';

/**
 * Why a viewer may not say that they looked at what was decided past the rules, by the rules that judge the review itself. In any
 * state: most of it took effect before anybody looks.
 */
export function reviewerRefusalFor(
  request: Pick<RequestRecord, 'policy' | 'requesters' | 'breakGlass'> & {
    owners: string[];
  },
  { by, person, platform }: ViewerFacts,
): ApprovalCode | undefined {
  const { breakGlass } = request;
  if (!breakGlass || breakGlass.reviewedBy) {
    return 'FINAL';
  }
  if (platform === 'PERMISSIONS_DISABLED') {
    return platform;
  }
  const user = by.userEntityRef?.toLocaleLowerCase('en-US');
  if (!user || !person?.exists) {
    return 'NOT_IN_CATALOG';
  }
  return reviewRefusal(
    { ...request, breakGlass },
    { user, email: person.email, nativeIds: [] },
    {
      groupsOf: ref => (ref === user ? person.groups : []),
      owners: request.owners,
    },
  );
}
