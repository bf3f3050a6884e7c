import {
  ArtifactVersion,
  Placement,
} from '@fairway/backstage-plugin-multicluster-common';
import { VersionChipProps } from '@fairway/backstage-plugin-multicluster-react';

/**
 * What the clusters of a workload run as far as that is known. What its template says counts only where it is placed
 * nowhere: elsewhere it would show the newest version for want of a better answer.
 *
 * @internal
 */
export function runningVersions(
  { targets }: Pick<Placement, 'targets'>,
  wanted: ArtifactVersion[],
): Pick<VersionChipProps, 'versions' | 'knowledge'> {
  const running = new Map(
    targets.flatMap(target =>
      target.versions.map(version => [version.image, version] as const),
    ),
  );
  if (running.size > 0) {
    return { versions: [...running.values()] };
  }
  return targets.length === 0 || wanted.length === 0
    ? { versions: wanted }
    : { versions: [], knowledge: targets[0].versionKnowledge };
}
