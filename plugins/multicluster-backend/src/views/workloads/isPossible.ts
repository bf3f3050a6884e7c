import { WorkloadCondition } from '@fairway/backstage-plugin-multicluster-common';
import { Sight } from './Sight';

/** Conditions that anything can be in: where nothing is lost, nothing is only last known. */
export function isPossible(
  condition: WorkloadCondition,
  { untrusted, unread }: Sight,
): boolean {
  switch (condition) {
    case 'unread':
      return unread.length > 0;
    case 'last-known':
      return untrusted.clusterIds.length + untrusted.laneIds.length > 0;
    default:
      return true;
  }
}
