import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { Kept } from './Kept';
import { keptWithout } from './keptWithout';
import { withKept } from './withKept';

/**
 * What is kept of a list once one of it is taken up. What came to an end is let go with that; what is under way is not, because with
 * its place on screen it would be given up.
 *
 * @internal
 */
export function keptWith(
  kept: Kept[],
  list: ApprovalItem[],
  item: ApprovalItem,
): Kept[] {
  const isOf = (one: ApprovalItem) => one.request.id === item.request.id;
  const known = kept.find(one => isOf(one.item));
  // A dialog on it is open, from which it is sent now.
  if (known && !known.isAnswered) {
    return kept;
  }
  const left = keptWithout(
    kept,
    list,
    one => one.isAnswered && !isOf(one.item),
  );
  return known
    ? left.map(one => (isOf(one.item) ? { ...one, isAnswered: false } : one))
    : [
        ...left,
        { item, at: withKept(list, left).findIndex(isOf), isAnswered: false },
      ];
}
