import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { Kept } from './Kept';

/**
 * A list with some requests in the places that they had, whether they are still among the others or not.
 *
 * @internal
 */
export function withKept(
  items: ApprovalItem[],
  kept: Pick<Kept, 'item' | 'at'>[],
): ApprovalItem[] {
  const ids = new Set(kept.map(({ item }) => item.request.id));
  const listed = items.filter(({ request }) => !ids.has(request.id));
  [...kept]
    .sort((a, b) => a.at - b.at)
    .forEach(({ item, at }) => listed.splice(at, 0, item));
  return listed;
}
