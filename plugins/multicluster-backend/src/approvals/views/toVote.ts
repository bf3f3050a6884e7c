import { Vote } from '@fairway/backstage-plugin-multicluster-common';
import { toIso } from '../../views/toIso';
import { VoteRecord } from '../model/VoteRecord';
import { compact } from '../store/compact';

/** A stored vote as the API gives it. */
export function toVote(vote: VoteRecord): Vote {
  return compact<Vote>({
    voter: vote.voter,
    decision: vote.decision,
    status: vote.status,
    reason: vote.reason,
    comment: vote.comment,
    groups: vote.groups,
    subjectDigest: vote.subjectDigest,
    generation: vote.generation,
    at: toIso(vote.at),
  });
}
