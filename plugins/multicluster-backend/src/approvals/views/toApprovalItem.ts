import {
  ApprovalItem,
  BlastRadius,
  QuorumProgress,
  QuorumRule,
} from '@fairway/backstage-plugin-multicluster-common';
import { requiredOf } from '../rules/policy/requiredOf';
import { quorumProgress } from '../rules/quorum/quorumProgress';
import { VoterFacts } from '../rules/quorum/VoterFacts';
import { windowStateAt } from '../rules/windows/windowStateAt';
import { findStop } from '../stops/findStop';
import { StopRecord } from '../stops/StopRecord';
import { toLineStop } from '../stops/toLineStop';
import { abilitiesOf, GrantedRights } from './abilitiesOf';
import { RequestParts } from './RequestParts';
import { sentenceOfRequest } from './sentenceOfRequest';
import { toApprovalRequest } from './toApprovalRequest';
import { toneOfRequest } from './toneOfRequest';
import { turnOf } from './turnOf';
import { ViewerFacts } from './ViewerFacts';
import { withOutcomes } from './withOutcomes';

/** What items of a view share, and what is known of this one. */
export interface ItemContext {
  viewer: ViewerFacts;
  /** Milliseconds, by the clock of the database. */
  now: number;
  /** Those that hold now. */
  stops: StopRecord[];
  granted: GrantedRights;
  /** Refs of who owns a confirmed entity of it. */
  owners: string[];
  related: ApprovalItem['related'];
  blastRadius?: BlastRadius;
}

/** A request with what its viewer may do. */
export function toApprovalItem(
  parts: RequestParts,
  context: ItemContext,
): ApprovalItem {
  const { request } = parts;
  const { now, owners, viewer, granted } = context;
  const counted = parts.votes.filter(
    vote => vote.status === 'counted' && vote.generation === request.generation,
  );
  const groups = new Map(counted.map(vote => [vote.voter, vote.groups]));
  const approvers = counted
    .filter(({ decision }) => decision === 'approve')
    .map(({ voter }) => voter);
  // By the groups that each vote was counted for: who looks at it changes nothing of how far it is.
  const required = requiredOf(request);
  const quorum = quorumProgress(required, approvers, {
    groupsOf: ref => groups.get(ref) ?? [],
    owners,
  });
  const window = windowStateAt(request.policy.windows, now);
  const open = request.closedAt === undefined;
  const own = counted.find(
    ({ voter }) => voter === viewer.by.userEntityRef,
  )?.decision;
  const judged = { ...request, owners };
  const stop = open ? findStop(context.stops, request) : undefined;
  return {
    request: toApprovalRequest(parts, {
      quorum,
      window,
      sentence: sentenceOfRequest(parts, { quorum, window, stop, now }),
      ...(stop && { stop: toLineStop(stop) }),
      ...(context.blastRadius && { blastRadius: context.blastRadius }),
    }),
    tone: toneOfRequest(request),
    mine:
      turnOf({ ...judged, ownVote: own }, viewer, { granted, now }) !==
      undefined,
    can: withOutcomes(abilitiesOf(parts, judged, viewer, { granted, now }), {
      policy: request.policy,
      met: quorum.met,
      approved: quorumWith(viewer, required, approvers, {
        groupsOf: ref => groups.get(ref) ?? [],
        owners,
      }),
      rejections: counted.length - approvers.length,
      own,
      open: window.open && !stop && !(Number(request.notBefore) > now),
    }),
    related: context.related,
  };
}

/** How far the rule were if the viewer approved as well. */
function quorumWith(
  { by, person }: ViewerFacts,
  rule: QuorumRule,
  approvers: string[],
  facts: VoterFacts,
): QuorumProgress {
  const self = person?.ref ?? by.userEntityRef;
  return quorumProgress(rule, self ? [...approvers, self] : approvers, {
    ...facts,
    groupsOf: ref =>
      ref === self ? person?.groups ?? [] : facts.groupsOf(ref),
  });
}
