import { useApi } from '@backstage/core-plugin-api';
import {
  ApprovalItem,
  BulkVoteResult,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  approvalsApiRef,
  useWrite,
  WriteState,
} from '@fairway/backstage-plugin-multicluster-react';
import { useMemo, useState } from 'react';

/** As many as the back end takes at once. */
const MOST = 200;

interface Input {
  items: ApprovalItem[];
  comment?: string;
}

/** What {@link useBulkVote} gives. @internal */
export interface BulkVote {
  chosen: ApprovalItem[];
  /** Of the last time. */
  results: BulkVoteResult[];
  state: WriteState;
  toggle(id: string): void;
  /** All on screen that the reader can approve. */
  chooseAll(): void;
  chooseNone(): void;
  /** Resolves to true when each was answered, however. */
  approve(comment?: string): Promise<boolean>;
}

/**
 * Several requests chosen and approved together, each bound to what is on screen of it and answered for itself.
 *
 * @param items - those on screen; what is gone from it is no longer chosen
 * @param onDone - to read again
 * @internal
 */
export function useBulkVote(
  items: ApprovalItem[],
  onDone: () => void,
): BulkVote {
  const api = useApi(approvalsApiRef);
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const able = useMemo(
    () => items.filter(({ can }) => can.approve.allowed),
    [items],
  );
  const chosen = useMemo(
    () => able.filter(({ request }) => ids.has(request.id)).slice(0, MOST),
    [able, ids],
  );
  // What was chosen goes in: a repetition with the same key has to say the same, whatever is on screen by then.
  const write = useWrite<Input, BulkVoteResult[]>(
    async ({ items: votes, comment }, options) => {
      const results = await api.voteAll(
        votes.map(({ request }) => ({
          id: request.id,
          ifMatch: request.etag,
          decision: 'approve',
          subjectDigest: request.subjectDigest,
          ...(comment && { comment }),
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
    chooseAll: () => setIds(new Set(able.map(({ request }) => request.id))),
    chooseNone: () => setIds(new Set()),
    approve: async comment => {
      const answered = await write.run({ items: chosen, comment });
      if (answered) {
        setResults(answered);
        setIds(new Set());
      }
      return answered !== undefined;
    },
  };
}
