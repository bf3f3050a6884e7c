import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';
import { judgeVoter } from '../rules/voters/judgeVoter';
import { JudgedRequest } from './JudgedRequest';
import { ViewerFacts } from './ViewerFacts';

/** Why a viewer's vote would not count, by the rules that judge the vote itself; advisory, because those are asked again then. */
export function voterRefusalFor(
  request: JudgedRequest,
  viewer: ViewerFacts,
  decision: 'approve' | 'reject',
): ApprovalCode | undefined {
  const { by, person, nativeIds, guestCounts, platform } = viewer;
  const userEntityRef = by.userEntityRef?.toLocaleLowerCase('en-US');
  const verdict = judgeVoter(
    { ...request, refusal: request.refusal ?? platform },
    {
      userEntityRef,
      actsFor: by.actsFor,
      guestCounts,
      exists: person?.exists ?? false,
      email: person?.email,
      nativeIds: nativeIds(request.source),
      facts: {
        groupsOf: ref => (ref === userEntityRef ? person?.groups ?? [] : []),
        owners: request.owners,
      },
    },
    decision,
  );
  return verdict.allowed ? undefined : verdict.code;
}
