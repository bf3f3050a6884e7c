import { ApprovalSubject } from '@fairway/backstage-plugin-multicluster-common';
import { imagesOfLane } from './imagesOfLane';
import { LaneReading } from './LaneReading';

/**
 * What is decided about at a lane: everything that is rendered of its policy for the clusters to be released, whichever workload
 * it is of, so that no digest is left that another change could hide behind.
 *
 * @param clusters - to be released, sorted
 * @param commit - of the run that changed it; absent: nobody knows of one
 */
export function subjectOfLane(
  {
    lane,
    content,
    clusters: digests,
  }: Pick<LaneReading, 'lane' | 'content' | 'clusters'>,
  clusters: readonly string[],
  options: { commit?: string; policyHash: string },
): ApprovalSubject {
  const { commit = null, policyHash } = options;
  return {
    v: 1,
    kind: 'lane',
    source: lane.source,
    run: null,
    gate: null,
    lane: { policy: lane.policyKey, clusters: [...clusters] },
    commit,
    images: imagesOfLane(content, clusters),
    targets: [...clusters],
    manifests: Object.fromEntries(
      clusters.map(cluster => [cluster, digests[cluster].digest]),
    ),
    policyHash,
    unknown: commit === null ? { commit: 'no-run-known' } : {},
  };
}
