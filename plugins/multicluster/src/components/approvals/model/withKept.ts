import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';

/**
 * A list with one request in the place that it had, whether it is still among the others or not.
 *
 * @param at - its place, from 0
 * @internal
 */
export function withKept(
  items: ApprovalItem[],
  kept: ApprovalItem,
  at: number,
): ApprovalItem[] {
  const rest = items.filter(({ request }) => request.id !== kept.request.id);
  return [...rest.slice(0, at), kept, ...rest.slice(at)];
}
