import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { useApproval } from '@fairway/backstage-plugin-multicluster-react';
import { useState } from 'react';
import { ItemKeeper } from '../act/ItemKeeper';
import { withKept } from '../model/withKept';

/** What {@link useKeptItem} gives. @internal */
export interface KeptItem {
  /** The list, with what the reader is at in the place that it had. */
  listed: ApprovalItem[];
  /** Whether it is what the reader is at, as it is by now. */
  isKept(item: ApprovalItem): boolean;
  keeper: ItemKeeper;
}

/**
 * Keeps in a list what its reader is at until they leave or are at another, also when it belongs elsewhere by now, or is over and on
 * no list.
 *
 * @param items - all that are read
 * @param list - those of them that the list is of
 * @param name - of the list; in another one only what is on its way is kept
 * @internal
 */
export function useKeptItem(
  items: ApprovalItem[],
  list: ApprovalItem[] = items,
  name = '',
): KeptItem {
  const [kept, setKept] = useState<Kept>();
  const [of, setOf] = useState(name);
  if (of !== name) {
    setOf(name);
    setKept(now => (now?.isAnswered ? undefined : now));
  }
  const newest = kept && items.find(item => isOf(kept.item, item));
  // On no list any more: it is read by itself.
  const { data } = useApproval(newest ? undefined : kept?.item.request.id);
  const listed = kept
    ? withKept(list, newest ?? data?.item ?? kept.item, kept.at)
    : list;
  const indexOf = (item: ApprovalItem) =>
    listed.findIndex(one => isOf(one, item));
  return {
    listed,
    isKept: item => isOf(kept?.item, item),
    keeper: {
      keep: item =>
        setKept(now =>
          now && isOf(now.item, item)
            ? { ...now, isAnswered: false }
            : { item, at: indexOf(item), isAnswered: false },
        ),
      answered: item =>
        setKept(now =>
          now && isOf(now.item, item)
            ? { ...now, item, isAnswered: true }
            : now,
        ),
      letGo: item => setKept(now => (isOf(now?.item, item) ? undefined : now)),
    },
  };
}

interface Kept {
  item: ApprovalItem;
  /** Its place, from 0. */
  at: number;
  /** True: what was done with it came to an end. */
  isAnswered: boolean;
}

function isOf(kept: ApprovalItem | undefined, { request }: ApprovalItem) {
  return kept?.request.id === request.id;
}
