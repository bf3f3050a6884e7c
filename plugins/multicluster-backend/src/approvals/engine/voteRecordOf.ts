import { randomUUID } from 'node:crypto';
import { VoteRecord } from '../model/VoteRecord';
import { RequestChange } from '../store/RequestChange';
import { VoteCommand } from './ApprovalEngine';

const MAX_COMMENT = 4000;

/** A vote as it is stored, the last of its generation. */
export function voteRecordOf(
  { request, votes, now }: RequestChange,
  command: VoteCommand,
  groups: string[],
): VoteRecord {
  const ordinals = votes
    .filter(({ generation }) => generation === request.generation)
    .map(({ ordinal }) => ordinal);
  const comment = command.comment?.trim().slice(0, MAX_COMMENT);
  return {
    id: randomUUID(),
    requestId: request.id,
    generation: request.generation,
    voter: command.by.userEntityRef!,
    decision: command.decision,
    subjectDigest: command.subjectDigest,
    status: 'counted',
    ...(comment && { comment }),
    groups,
    channel: command.channel,
    at: now,
    ordinal: Math.max(-1, ...ordinals) + 1,
  };
}
