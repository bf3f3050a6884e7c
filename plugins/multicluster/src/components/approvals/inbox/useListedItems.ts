import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { useApproval } from '@fairway/backstage-plugin-multicluster-react';
import { useState } from 'react';
import { ItemKeeper } from '../act/ItemKeeper';
import { withKept } from '../model/withKept';

/** Where each request is listed. @internal */
export interface ListedItems {
  /** What waits for the reader, and what they are at, in the place that it had. */
  mine: ApprovalItem[];
  others: ApprovalItem[];
  keeper: ItemKeeper;
}

/**
 * Lists what waits for the reader apart from the rest. What they are at stays where it is until they leave or are at another, also
 * when it waits for others by now, or is over and on no list.
 *
 * @param items - all that are read
 * @internal
 */
export function useListedItems(items: ApprovalItem[]): ListedItems {
  const [kept, setKept] = useState<{ item: ApprovalItem; at: number }>();
  const id = kept?.item.request.id;
  const listed = items.find(({ request }) => request.id === id);
  // On no list any more: it is read by itself.
  const { data } = useApproval(listed ? undefined : id);
  const waiting = items.filter(({ mine }) => mine);
  const mine = kept
    ? withKept(waiting, listed ?? data?.item ?? kept.item, kept.at)
    : waiting;
  const indexOf = ({ request }: ApprovalItem) =>
    mine.findIndex(one => one.request.id === request.id);
  return {
    mine,
    others: items.filter(item => !item.mine && item.request.id !== id),
    keeper: {
      keep: item =>
        setKept(now =>
          isOf(now?.item, item) ? now : { item, at: indexOf(item) },
        ),
      update: item =>
        setKept(now => (now && isOf(now.item, item) ? { ...now, item } : now)),
      letGo: item => setKept(now => (isOf(now?.item, item) ? undefined : now)),
    },
  };
}

function isOf(kept: ApprovalItem | undefined, { request }: ApprovalItem) {
  return kept?.request.id === request.id;
}
