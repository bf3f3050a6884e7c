import {
  ArtifactVersion,
  VersionKnowledge,
} from '@fairway/backstage-plugin-multicluster-common';
import { WorkloadFact } from '@fairway/backstage-plugin-multicluster-node';
import { WorkloadNative } from '../native/WorkloadNative';
import { isMoving } from './isMoving';

/** {@inheritDoc deriveVersions} @internal */
export interface Versions {
  versions: ArtifactVersion[];
  versionKnowledge: VersionKnowledge;
}

/**
 * The images that run, with the ids that pods report where those were read.
 *
 * @remarks
 * While the controller has yet to look at a change, it is the generation that it looked at last. Where nothing of the
 * newest revision runs yet, and where old and new stay side by side (a partition, or nobody replaces old copies), nobody
 * can know it from here: unknown, and never the newest.
 *
 * @internal
 */
export function deriveVersions(
  native: WorkloadNative,
  workload: WorkloadFact | undefined,
  imagesByGeneration: ReadonlyMap<number, ArtifactVersion[]>,
): Versions {
  const images = workload?.imagesKnown
    ? imagesOf(native, workload, imagesByGeneration)
    : undefined;
  if (!images) {
    return { versions: [], versionKnowledge: 'unknown' };
  }
  const ids = native.ids ?? {};
  return {
    versions: images.map(version =>
      !version.digest && Object.hasOwn(ids, version.container)
        ? { ...version, digest: ids[version.container] }
        : version,
    ),
    versionKnowledge: 'known',
  };
}

function imagesOf(
  native: WorkloadNative,
  { images }: WorkloadFact,
  imagesByGeneration: ReadonlyMap<number, ArtifactVersion[]>,
): ArtifactVersion[] | undefined {
  const { behind, total = 0, updated = 0 } = native;
  if (behind) {
    return imagesByGeneration.get(behind.observed);
  }
  if (native.wanted === undefined || total === 0) {
    return images;
  }
  const isMixed = !isMoving(native) && updated < total;
  return updated === 0 || isMixed ? undefined : images;
}
