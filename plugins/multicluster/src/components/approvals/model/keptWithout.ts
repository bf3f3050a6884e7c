import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { Kept } from './Kept';

/**
 * What is still kept of a list once some of it is let go. What was below one that is gone from the screen with that moves up, and
 * stays between its neighbours.
 *
 * @param list - without what is kept: what is let go and is among these is still on screen
 * @internal
 */
export function keptWithout(
  kept: Kept[],
  list: ApprovalItem[],
  isLetGo: (one: Kept) => boolean,
): Kept[] {
  const ids = new Set(list.map(({ request }) => request.id));
  const gone = kept.filter(
    one => isLetGo(one) && !ids.has(one.item.request.id),
  );
  return kept
    .filter(one => !isLetGo(one))
    .map(one => ({
      ...one,
      at: one.at - gone.filter(({ at }) => at < one.at).length,
    }));
}
