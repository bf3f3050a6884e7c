import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { useApproval } from '@fairway/backstage-plugin-multicluster-react';
import { useState } from 'react';
import { ItemKeeper } from '../act/ItemKeeper';
import { Kept } from '../model/Kept';
import { keptWith } from '../model/keptWith';
import { keptWithout } from '../model/keptWithout';
import { withKept } from '../model/withKept';

/** What {@link useKeptItems} gives. @internal */
export interface KeptItems {
  /** The list, with what the reader is at in the places that it had. */
  listed: ApprovalItem[];
  /** Whether it is what the reader is at, as it is by now. */
  isKept(item: ApprovalItem): boolean;
  keeper: ItemKeeper;
}

/**
 * Keeps in a list what its reader is at until they leave or are at another, and whatever is on its way until it was answered, also
 * when it belongs elsewhere by now, or is over and on no list.
 *
 * @param items - all that are read
 * @param list - those of them that the list is of
 * @param name - of the list; in another one only what is on its way is kept
 * @internal
 */
export function useKeptItems(
  items: ApprovalItem[],
  list: ApprovalItem[] = items,
  name = '',
): KeptItems {
  const [kept, setKept] = useState<Kept[]>([]);
  const [of, setOf] = useState(name);
  if (of !== name) {
    setOf(name);
    setKept(now => keptWithout(now, list, ({ isAnswered }) => isAnswered));
  }
  // On no list any more: what was taken up last is read by itself, and what was before is shown as it was looked at until it is answered.
  const unlisted = kept.filter(({ item }) => !items.some(isOf(item)));
  const { data } = useApproval(unlisted[unlisted.length - 1]?.item.request.id);
  const newest = data ? [...items, data.item] : items;
  const shown = kept.map(({ item, at }) => ({
    item: newest.find(isOf(item)) ?? item,
    at,
  }));
  return {
    listed: withKept(list, shown),
    isKept: item => kept.some(one => isOf(one.item)(item)),
    keeper: {
      keep: item => setKept(now => keptWith(now, list, item)),
      answered: item =>
        setKept(now =>
          now.map(one =>
            isOf(one.item)(item) ? { ...one, item, isAnswered: true } : one,
          ),
        ),
      letGo: item =>
        setKept(now => keptWithout(now, list, one => isOf(one.item)(item))),
    },
  };
}

function isOf({ request: { id } }: ApprovalItem) {
  return ({ request }: ApprovalItem) => request.id === id;
}
