import { useApi } from '@backstage/core-plugin-api';
import {
  ApprovalItem,
  BulkVoteResult,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  approvalsApiRef,
  useWrite,
} from '@fairway/backstage-plugin-multicluster-react';
import { useMemo, useState } from 'react';

/** As many as the back end takes at once. */
const MOST = 200;

/**
 * Several requests chosen and approved together, each bound to what is on screen of it and answered for itself.
 *
 * @param items - those on screen; what is gone from it is no longer chosen
 * @param onDone - to read again
 * @internal
 */
export function useBulkVote(items: ApprovalItem[], onDone: () => void) {
  const api = useApi(approvalsApiRef);
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(
    () =>
      items
        .filter(
          ({ request, can }) => ids.has(request.id) && can.approve.allowed,
        )
        .slice(0, MOST),
    [items, ids],
  );
  const write = useWrite<ApprovalItem[], BulkVoteResult[]>(
    async (votes, options) => {
      const results = await api.voteAll(
        votes.map(({ request }) => ({
          id: request.id,
          ifMatch: request.etag,
          decision: 'approve',
          subjectDigest: request.subjectDigest,
        })),
        options,
      );
      onDone();
      return results;
    },
  );
  const [results, setResults] = useState<BulkVoteResult[]>([]);
  return {
    chosen,
    results,
    state: write.state,
    toggle: (id: string) => {
      const next = new Set(ids);
      if (!next.delete(id)) {
        next.add(id);
      }
      setIds(next);
    },
    approve: async () => {
      const answered = await write.run(chosen);
      if (answered) {
        setResults(answered);
        setIds(new Set());
      }
    },
  };
}
