import { ReplicaCounts } from '@fairway/backstage-plugin-multicluster-common';

/** What a pip says of one copy. @internal */
export type Pip = 'ready' | 'updating' | 'missing' | 'surplus';

const MOST_PIPS = 12;

/**
 * The pips of a workload on a cluster: ready copies first, those not yet of the new version among them marked, then what
 * is missing, then what is more than wanted. Undefined: too many to count by eye, or nothing known.
 *
 * @internal
 */
export function pipsOf(
  replicas: ReplicaCounts,
  rollingOut: boolean,
): Pip[] | undefined {
  const ready = replicas.ready ?? 0;
  const desired = replicas.desired ?? ready;
  const total = Math.max(ready, desired);
  if (
    (replicas.ready === undefined && replicas.desired === undefined) ||
    total > MOST_PIPS
  ) {
    return undefined;
  }
  const updated = rollingOut
    ? Math.min(replicas.updated ?? ready, ready)
    : ready;
  return Array.from({ length: total }, (_, index) => {
    if (index >= desired) {
      return 'surplus';
    }
    if (index >= ready) {
      return 'missing';
    }
    return rollingOut && index < updated ? 'updating' : 'ready';
  });
}
