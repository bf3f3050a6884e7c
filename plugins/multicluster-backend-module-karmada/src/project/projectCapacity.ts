import {
  ClusterCapacity,
  ResourceAmounts,
} from '@fairway/backstage-plugin-multicluster-common';
import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { parseQuantity } from './parseQuantity';

/**
 * What a cluster can hold and holds. Pods about to be scheduled (`allocating`) count as held, as they do for Karmada's
 * scheduler.
 *
 * @returns undefined when the cluster reported no amounts, which is not the same as nothing being free
 * @internal
 */
export function projectCapacity(summary: unknown): ClusterCapacity | undefined {
  const source = read.record(summary);
  const allocatable = amounts([source.allocatable]);
  if (Object.keys(allocatable).length === 0) {
    return undefined;
  }
  return {
    allocatable,
    allocated: amounts([source.allocated, source.allocating]),
  };
}

function amounts(lists: unknown[]): ResourceAmounts {
  const sum = (name: string) =>
    lists
      .map(list => parseQuantity(read.record(list)[name]))
      .filter(amount => amount !== undefined)
      .reduce<number | undefined>((total, n) => (total ?? 0) + n, undefined);
  const cpu = sum('cpu');
  const memory = sum('memory');
  const pods = sum('pods');
  return {
    ...(cpu !== undefined && { cpu: Math.round(cpu * 1000) }),
    ...(memory !== undefined && { memory: Math.round(memory) }),
    ...(pods !== undefined && { pods: Math.round(pods) }),
  };
}
