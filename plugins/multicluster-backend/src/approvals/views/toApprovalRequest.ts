import {
  ApprovalRequest,
  BlastRadius,
  LineStop,
  QuorumProgress,
  Sentence,
  WindowState,
} from '@fairway/backstage-plugin-multicluster-common';
import { toIso } from '../../views/toIso';
import { etagOf } from '../engine/etagOf';
import { RequestRecord } from '../model/RequestRecord';
import { compact } from '../store/compact';
import { notesOf } from './notesOf';
import { RequestParts } from './RequestParts';
import { toStep } from './toStep';
import { toVote } from './toVote';

/** What is worked out of a request and not stored with it. */
export interface WorkedOut {
  sentence: Sentence;
  quorum: QuorumProgress;
  window: WindowState;
  stop?: LineStop;
  blastRadius?: BlastRadius;
}

/** A stored request as the API gives it. */
export function toApprovalRequest(
  { request, votes, steps }: RequestParts,
  { sentence, quorum, window, stop, blastRadius }: WorkedOut,
): ApprovalRequest {
  const { detail, policy } = request;
  return compact<ApprovalRequest>({
    id: request.id,
    kind: request.kind,
    state: request.state,
    decision: request.decision,
    generation: request.generation,
    etag: etagOf(request),
    title: request.title,
    source: request.source,
    tool: detail.tool,
    ...placesOf(request),
    environment: request.environment,
    entityRefs: request.entities.map(({ entityRef }) => entityRef),
    subject: request.subject,
    subjectDigest: request.subjectDigest,
    requesters: request.requesters,
    policy: {
      name: policy.name,
      hash: request.policyHash,
      builtIn: policy.builtIn,
      ...(policy.comment !== 'optional' && { comment: policy.comment }),
    },
    quorum,
    enforcement: request.enforcement,
    identityMode: request.identityMode,
    delivery: request.delivery,
    votes: votes.map(toVote),
    steps: steps.map(toStep),
    ...momentsOf(request),
    closedBy: request.closedBy,
    ...(request.closedAt === undefined &&
      policy.windows.length > 0 && { window }),
    stop: stop && {
      id: stop.id,
      reason: stop.reason,
      by: stop.by,
      until: stop.until,
    },
    halted: request.halted,
    breakGlass: brokenGlassOf(request),
    supersededBy: request.supersededBy,
    rejectRollsBack: detail.rejectRollsBack,
    sentence,
    notes: notesOf(request),
    blastRadius,
  });
}

function placesOf({
  detail,
  gateId,
  policyKey,
}: RequestRecord): Pick<ApprovalRequest, 'run' | 'gate' | 'lane'> {
  return {
    ...(detail.runId && {
      run: compact({
        id: detail.runId,
        pipeline: detail.pipelineName ?? '',
        url: detail.runUrl,
      }),
    }),
    ...(gateId && {
      gate: compact({
        id: gateId,
        title: detail.gateTitle ?? gateId,
        url: detail.gateUrl,
      }),
    }),
    ...(policyKey && { lane: { id: policyKey, policy: policyKey } }),
  };
}

function momentsOf(
  request: RequestRecord,
): Pick<
  ApprovalRequest,
  'createdAt' | 'notBefore' | 'deadline' | 'recallUntil' | 'closedAt'
> {
  const moment = (time: number | undefined) =>
    time === undefined ? undefined : toIso(time);
  return {
    createdAt: toIso(request.createdAt),
    notBefore: moment(request.notBefore),
    deadline: moment(request.deadline),
    recallUntil: moment(request.recallUntil),
    closedAt: moment(request.closedAt),
  };
}

function brokenGlassOf({
  breakGlass,
}: RequestRecord): ApprovalRequest['breakGlass'] {
  return (
    breakGlass &&
    compact({
      by: breakGlass.by,
      reason: breakGlass.reason,
      ticket: breakGlass.ticket,
      reviewBy: toIso(breakGlass.reviewBy),
      reviewedBy: breakGlass.reviewedBy,
    })
  );
}
