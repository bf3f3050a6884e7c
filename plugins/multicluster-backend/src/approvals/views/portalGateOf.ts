import { parseEntityRef } from '@backstage/catalog-model';
import {
  Approver,
  Gate,
  QuorumProgress,
  sentence,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { toIso } from '../../views/toIso';
import { nameOfRef } from '../model/nameOfRef';
import { missingApprovals } from '../rules/quorum/missingApprovals';
import { votersOfRule } from '../rules/quorum/votersOfRule';
import { gateStateOf } from './gateStateOf';
import { RequestParts } from './RequestParts';
import { RequestSituation, sentenceOfRequest } from './sentenceOfRequest';

/** What a gate of the portal is shown by, beside its request. */
export interface PortalGateSituation extends RequestSituation {
  /** The stage that asks; absent: none has asked since. */
  stageId?: string;
  /** Refs of who owns a confirmed entity of it. */
  owners: string[];
}

/** An open request of a stage as the gate that its tool knows nothing of: who is asked, how far it is and where it is decided. */
export function portalGateOf(
  parts: RequestParts,
  situation: PortalGateSituation,
): Gate {
  const { request } = parts;
  const { detail, policy, gateId } = request;
  const received = parts.votes.filter(
    ({ status, generation, decision }) =>
      status === 'counted' &&
      decision === 'approve' &&
      generation === request.generation,
  ).length;
  const state = gateStateOf(request);
  const approvers = votersOfRule(policy.require, situation.owners).map(
    toApprover,
  );
  const needed = received + missingApprovals(situation.quorum);
  const isWaiting = state === 'pending' && !request.refusal && !situation.stop;
  const title = detail.gateTitle ?? gateId ?? request.title;
  return {
    id: `portal:${request.id}`,
    ...(situation.stageId && { stageId: situation.stageId }),
    state,
    version: `${request.generation}`,
    title,
    approvers,
    anyone: false,
    quorum: { kind: 'n-of', n: needed, received },
    decisions: [],
    openedAt: toIso(request.createdAt),
    ...(request.deadline !== undefined && {
      expiresAt: toIso(request.deadline),
    }),
    enforcement: request.enforcement,
    identityModes: ['pull'],
    actionable: isWaiting,
    sentence: isWaiting
      ? waits(title, situation.quorum, { received, needed, approvers })
      : sentence('pull.says', {
          gate: title,
          sentence: [sentenceOfRequest(parts, situation)],
        }),
    requestId: request.id,
  };
}

function waits(
  gate: string,
  { met }: QuorumProgress,
  how: { received: number; needed: number; approvers: Approver[] },
): Sentence {
  const { received, needed, approvers } = how;
  const who = approvers.map(({ nativeId }) => nativeId).join(', ');
  // Nobody is missing while the catalog is read again: then it only waits.
  return met || who === ''
    ? sentence('pull.waits', { gate })
    : sentence('pull.waitsFor', { gate, received, needed, who });
}

function toApprover(ref: string): Approver {
  const { kind } = parseEntityRef(ref, { defaultKind: 'group' });
  return {
    nativeId: nameOfRef(ref),
    kind: kind.toLowerCase() === 'user' ? 'user' : 'group',
  };
}
