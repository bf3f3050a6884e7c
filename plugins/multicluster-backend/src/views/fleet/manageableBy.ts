import { ClusterDetail } from '@fairway/backstage-plugin-multicluster-common';
import { ClustersFacet } from '@fairway/backstage-plugin-multicluster-node';
import { ClusterRow } from '../clusters/ClusterRow';

/** What a source can do about placing on a cluster, before it is said whether the reader may. */
export function manageableBy(
  facet: ClustersFacet | undefined,
  { fact, present }: Pick<ClusterRow, 'fact' | 'present'>,
): Pick<ClusterDetail, 'manage'> {
  if (!facet || !fact || !present) {
    return {};
  }
  const action = facet.isCordoned(fact) ? 'uncordon' : 'cordon';
  const capability = facet.capabilities().find(item => item.name === action);
  return capability
    ? {
        manage: {
          action,
          ability: {
            allowed: capability.available,
            ...(capability.reason && { sentence: capability.reason }),
          },
        },
      }
    : {};
}
