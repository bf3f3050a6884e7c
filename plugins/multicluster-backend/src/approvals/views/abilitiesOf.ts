import {
  ApprovalAbilities,
  ApprovalAbility,
  ApprovalCode,
} from '@fairway/backstage-plugin-multicluster-common';
import { isEmergency } from '../engine/isEmergency';
import { isLeased } from '../engine/isLeased';
import { sentenceOfCode } from '../engine/sentenceOfCode';
import { RequestEvent } from '../model/RequestEvent';
import { advance } from '../rules/machine/advance';
import { staleRefusal } from '../rules/voters/staleRefusal';
import { callerRefusal } from '../rules/voters/callerRefusal';
import { emergencyAtTool } from '../rules/voters/emergencyAtTool';
import { emergencyRefusal } from '../rules/voters/emergencyRefusal';
import { isEmergencyOf } from './isEmergencyOf';
import { isOwnedBy } from './isOwnedBy';
import { JudgedRequest } from './JudgedRequest';
import { mayResolve } from './mayResolve';
import { RequestParts } from './RequestParts';
import { reviewerRefusalFor } from './reviewerRefusalFor';
import { ViewerFacts } from './ViewerFacts';
import { voterRefusalFor } from './voterRefusalFor';

/** Which permissions on a request the viewer has. */
export type GrantedRights = Record<'vote' | 'breakGlass' | 'resolve', boolean>;

/**
 * What a viewer may do with a request now, by the machine and the rules that judge the act itself. Advisory: a button that is
 * shown too long meets the same rules again.
 */
export function abilitiesOf(
  parts: RequestParts,
  judged: JudgedRequest,
  viewer: ViewerFacts,
  options: { granted: GrantedRights; now: number },
): ApprovalAbilities {
  const { granted, now } = options;
  const { request } = parts;
  const leased = isLeased(parts.steps, now);
  const counted = parts.votes.filter(
    vote => vote.status === 'counted' && vote.generation === request.generation,
  );
  const own = counted.find(({ voter }) => voter === viewer.by.userEntityRef);
  const caller = callerRefusal({
    ...viewer.by,
    guestCounts: viewer.guestCounts,
  });
  const machine = (event: RequestEvent) => machineRefusal(judged, event);
  const vote = (decision: 'approve' | 'reject') =>
    caller ??
    (request.closedAt === undefined ? undefined : 'FINAL') ??
    machine({
      type: 'vote',
      decision,
      quorumMet: false,
      rejectionsMet: decision === 'reject',
      gatesOpen: true,
      leased,
    }) ??
    permission(granted.vote) ??
    voterRefusalFor(judged, viewer, decision) ??
    staleRefusal(request.state, viewer.unreadable.has(request.source));
  const withdraw =
    caller ??
    machine({
      type: 'withdraw',
      quorumMet: false,
      // What was decided past the rules rests on no vote.
      decisive: !isEmergency(request),
      leased,
    }) ??
    (own ? permission(granted.vote) : 'NOTHING_TO_RECALL');
  return {
    approve: ability(vote('approve')),
    reject: ability(vote('reject')),
    withdraw: ability(withdraw),
    recall: ability(
      caller ??
        machine({ type: 'recall', leased }) ??
        (own ||
        isEmergencyOf(judged, viewer) ||
        isOwnedBy(judged.owners, viewer)
          ? permission(granted.vote)
          : 'NOT_ELIGIBLE'),
    ),
    breakGlass: ability(
      caller ??
        machine({ type: 'break-glass' }) ??
        emergencyRefusal(request.refusal ?? viewer.platform) ??
        permission(
          granted.breakGlass && request.policy.breakGlass !== undefined,
        ) ??
        emergencyAtTool(judged, {
          user: viewer.by.userEntityRef ?? '',
          nativeIds: viewer.nativeIds(request.source),
          votes: counted,
        }),
    ),
    review: ability(
      caller ??
        reviewerRefusalFor({ ...request, owners: judged.owners }, viewer) ??
        permission(granted.vote),
    ),
    resolve: ability(
      caller ??
        (request.state === 'halted' ? undefined : 'NOT_HALTED') ??
        permission(granted.resolve) ??
        viewer.off ??
        (mayResolve(judged, viewer) ? undefined : 'NOT_ELIGIBLE'),
    ),
  };
}

function machineRefusal(
  judged: JudgedRequest,
  event: RequestEvent,
): ApprovalCode | undefined {
  const result = advance(judged, event);
  return result.kind === 'refused' ? result.code : undefined;
}

function permission(granted: boolean): ApprovalCode | undefined {
  return granted ? undefined : 'NOT_PERMITTED';
}

function ability(code: ApprovalCode | undefined): ApprovalAbility {
  return code
    ? { allowed: false, code, sentence: sentenceOfCode(code) }
    : { allowed: true };
}
