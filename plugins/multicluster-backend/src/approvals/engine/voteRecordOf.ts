import { randomUUID } from 'node:crypto';
import { VoteRecord } from '../model/VoteRecord';
import { wholeText } from '../model/wholeText';
import { RequestChange } from '../store/RequestChange';
import { VoteCommand } from './ApprovalEngine';

/** A vote as it is stored, the last of its generation. */
export function voteRecordOf(
  { request, votes, now }: RequestChange,
  command: VoteCommand,
  groups: string[],
): VoteRecord {
  const ordinals = votes
    .filter(({ generation }) => generation === request.generation)
    .map(({ ordinal }) => ordinal);
  const comment = wholeText(command.comment);
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
