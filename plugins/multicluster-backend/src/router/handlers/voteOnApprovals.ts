import {
  BulkVoteResult,
  VoteInput,
} from '@fairway/backstage-plugin-multicluster-common';
import { RouterOptions } from '../RouterOptions';
import { writeHandler } from '../writeHandler';

interface Body {
  votes: Array<VoteInput & { id: string; ifMatch: string }>;
}

/** `POST /v1/approvals/votes`: several answers in one, so that the status says nothing of any of them. */
export function voteOnApprovals(options: RouterOptions) {
  return writeHandler<{ results: BulkVoteResult[] }, {}, Body>(options, {
    eventId: 'approval-vote',
    severity: 'high',
    meta: (_path, { votes }) => ({ approvals: votes.map(({ id }) => id) }),
    matches: false,
    status: 207,
    write: async (_path, { votes }, writing) => ({
      results: await options.approvals.voteAll(votes, writing),
    }),
  });
}
