import { Freshness } from '@fairway/backstage-plugin-multicluster-common';
import { LiveSnapshot } from '@fairway/backstage-plugin-multicluster-react';

/**
 * Something as it may be shown while the portal itself cannot read its back end: what was live when it was read last is last
 * known by now.
 *
 * @internal
 */
export function withView<T extends { freshness: Freshness }>(
  item: T,
  view: Pick<LiveSnapshot<unknown>, 'status' | 'observedAt'>,
): T {
  return view.status === 'stale' && item.freshness.state === 'live'
    ? {
        ...item,
        freshness: { state: 'last-known', since: view.observedAt },
      }
    : item;
}
