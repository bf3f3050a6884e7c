import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { ItemKeeper } from '../act/ItemKeeper';
import { useKeptItems } from './useKeptItems';

/** Where each request is listed. @internal */
export interface ListedItems {
  /** What waits for the reader, and what they are at, in the place that it had. */
  mine: ApprovalItem[];
  others: ApprovalItem[];
  keeper: ItemKeeper;
}

/**
 * Lists what waits for the reader apart from the rest. What they are at stays where it is, also when it waits for others by now.
 *
 * @param items - all that are read
 * @param name - of the list that they are
 * @internal
 */
export function useListedItems(
  items: ApprovalItem[],
  name: string,
): ListedItems {
  const { listed, isKept, keeper } = useKeptItems(
    items,
    items.filter(({ mine }) => mine),
    name,
  );
  return {
    mine: listed,
    others: items.filter(item => !item.mine && !isKept(item)),
    keeper,
  };
}
