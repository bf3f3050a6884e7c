import { useApi } from '@backstage/core-plugin-api';
import {
  ApprovalItem,
  ApprovalRequest,
  BulkVoteResult,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  approvalsApiRef,
  useWrite,
  WriteState,
} from '@fairway/backstage-plugin-multicluster-react';
import { useMemo, useState } from 'react';
import { isAnother } from '../model/isAnother';

/** As many as the back end takes at once. */
const MOST = 200;
/** What one of them may take at most when all goes well, with room. */
const EACH_MS = 1_000;

interface Input {
  items: ApprovalItem[];
  comment?: string;
}

/** How one of them was answered. @internal */
export interface BulkResult extends BulkVoteResult {
  /** What was voted on, as it was looked at: what was refused has often left the list. */
  on: ApprovalRequest;
}

/** What {@link useBulkVote} gives. @internal */
export interface BulkVote {
  /** As they are now; one that is another by now than when it was chosen is chosen no longer. */
  chosen: ApprovalItem[];
  /** Of the last time. */
  results: BulkResult[];
  state: WriteState;
  toggle(id: string): void;
  /** All on screen that the reader can approve. */
  chooseAll(): void;
  chooseNone(): void;
  /** Whether one of these asks for something else by now. */
  isStale(looked: ApprovalItem[]): boolean;
  reset(): void;
  /** Exactly those that were looked at. Resolves to true when each was answered, however. */
  approve(looked: ApprovalItem[], comment?: string): Promise<boolean>;
}

/**
 * Several requests chosen and approved together, each bound to what is on screen of it and answered for itself.
 *
 * @param items - those on screen; what is gone from it is no longer chosen
 * @param onDone - to read again
 * @param list - name of what is on screen: nothing of one list is chosen in another; what is on its way goes on
 * @internal
 */
export function useBulkVote(
  items: ApprovalItem[],
  onDone: () => void,
  list = '',
): BulkVote {
  const api = useApi(approvalsApiRef);
  const [picked, setPicked] = useState<Picked>(new Map());
  const [of, setOf] = useState(list);
  if (of !== list) {
    setOf(list);
    setPicked(new Map());
  }
  const able = useMemo(
    () => items.filter(({ can }) => can.approve.allowed),
    [items],
  );
  const chosen = useMemo(
    () => able.filter(item => isIn(picked, item)).slice(0, MOST),
    [able, picked],
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
    // They are judged one after the other.
    { deadlineMs: ({ items: votes }) => 15_000 + votes.length * EACH_MS },
  );
  const [results, setResults] = useState<BulkResult[]>([]);
  return {
    chosen,
    results,
    state: write.state,
    isStale: looked => isStale(looked, items),
    reset: write.reset,
    toggle: (id: string) => setPicked(toggled(picked, able, id)),
    chooseAll: () => setPicked(pick(able)),
    chooseNone: () => setPicked(new Map()),
    approve: async (looked, comment) => {
      const answered = await write.run({ items: looked, comment });
      if (answered) {
        setResults(withSubjects(answered, looked));
        setPicked(new Map());
      }
      return answered !== undefined;
    },
  };
}

function withSubjects(
  answered: BulkVoteResult[],
  looked: ApprovalItem[],
): BulkResult[] {
  const requests = pick(looked);
  return answered.flatMap(result => {
    const on = requests.get(result.id);
    return on ? [{ ...result, on }] : [];
  });
}

/** By id, as each was when it was chosen. */
type Picked = ReadonlyMap<string, ApprovalRequest>;

function pick(items: ApprovalItem[]): Picked {
  return new Map(items.map(({ request }) => [request.id, request]));
}

function isIn(picked: Picked, { request }: ApprovalItem): boolean {
  const looked = picked.get(request.id);
  return looked !== undefined && !isAnother(looked, request);
}

function isStale(looked: ApprovalItem[], newest: ApprovalItem[]): boolean {
  const before = pick(looked);
  return newest.some(
    item => before.has(item.request.id) && !isIn(before, item),
  );
}

function toggled(picked: Picked, able: ApprovalItem[], id: string): Picked {
  const next = new Map(picked);
  const item = able.find(({ request }) => request.id === id);
  if (item && !isIn(picked, item)) {
    next.set(id, item.request);
  } else {
    next.delete(id);
  }
  return next;
}
