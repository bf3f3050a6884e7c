import { ClusterImpact } from '@fairway/backstage-plugin-multicluster-common';

/** What is counted of a workload when one of its clusters is lost. */
export interface LossCounts {
  /** Copies wanted on the lost cluster; absent where the kind has none. */
  lost?: number;
  /** Copies ready on its other clusters that are ready. */
  left?: number;
  /** Its other clusters that are ready. */
  clustersLeft: number;
}

/**
 * How bad losing a cluster is for a workload. Copies are counted where the kind has them, and clusters where not: a
 * ConfigMap on two clusters has another copy.
 */
export function severityOf(counts: LossCounts): ClusterImpact['severity'] {
  if (counts.lost === 0) {
    // Scaled to zero: nothing goes, so whether there is another copy is no question.
    return 'redundant';
  }
  const lost = counts.lost ?? 1;
  const left = counts.lost === undefined ? counts.clustersLeft : counts.left;
  if (!left || counts.clustersLeft === 0) {
    return 'no-other-copy';
  }
  return left < (left + lost) / 2 ? 'under-half-left' : 'redundant';
}

/** Worst first. */
export const SEVERITIES: ClusterImpact['severity'][] = [
  'no-other-copy',
  'under-half-left',
  'redundant',
];
