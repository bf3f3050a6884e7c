import { Freshness } from '@fairway/backstage-plugin-multicluster-common';

/** Whether what is shown is not what its source says now. @internal */
export function isFreshnessLost(freshness: Freshness): boolean {
  return freshness.state !== 'live';
}
