import { ClusterCapacity } from '@fairway/backstage-plugin-multicluster-common';
import { StateTone } from '@fairway/backstage-plugin-multicluster-react';
import { AmountKind } from './formatAmount';

/** How full a cluster is in one respect. */
export interface CapacityShare {
  allocated: number;
  allocatable: number;
  /** 0 to 1; more is asked for than there is reads 1. */
  share: number;
  tone: StateTone;
}

/**
 * How full a cluster is of one resource, or undefined when it does not report both numbers: an unknown is never drawn as
 * an empty bar.
 */
export function capacityShare(
  capacity: ClusterCapacity | undefined,
  kind: AmountKind,
): CapacityShare | undefined {
  const allocated = capacity?.allocated[kind];
  const allocatable = capacity?.allocatable[kind];
  if (allocated === undefined || !allocatable) {
    return undefined;
  }
  const share = Math.min(1, allocated / allocatable);
  let tone: StateTone = 'run';
  if (share >= 0.95) {
    tone = 'bad';
  } else if (share >= 0.8) {
    tone = 'warn';
  }
  return { allocated, allocatable, share, tone };
}
