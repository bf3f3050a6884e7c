import { ApprovalSubject } from '@fairway/backstage-plugin-multicluster-common';
import { LaneReading } from './LaneReading';

/** Whether the very thing that is decided about went out already, to every cluster, and not by our hand. */
export function wasReleasedElsewhere(
  { clusters }: Pick<LaneReading, 'clusters'>,
  { manifests }: Pick<ApprovalSubject, 'manifests'>,
): boolean {
  const parts = Object.entries(manifests ?? {});
  return (
    parts.length > 0 &&
    parts.every(
      ([cluster, digest]) =>
        clusters[cluster]?.dispatched && clusters[cluster].digest === digest,
    )
  );
}
