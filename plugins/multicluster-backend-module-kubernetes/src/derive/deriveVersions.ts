import {
  ArtifactVersion,
  VersionKnowledge,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DeriveInput,
  WorkloadFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { WorkloadNative } from '../native/WorkloadNative';
import { contentThere } from './contentThere';

/** {@inheritDoc deriveVersions} @internal */
export interface Versions {
  versions: ArtifactVersion[];
  versionKnowledge: VersionKnowledge;
}

const UNKNOWN: Versions = { versions: [], versionKnowledge: 'unknown' };

/**
 * The images that run, with the ids that pods report where those were read. Which run: {@link contentThere}. While nothing was told
 * yet of a template that changed, what was known before stands.
 *
 * @param workload - of the incarnation that the placement is of
 * @internal
 */
export function deriveVersions(
  {
    placement: { native },
    imagesByGeneration,
    previous,
  }: DeriveInput<WorkloadNative>,
  workload: WorkloadFact | undefined,
): Versions {
  if (!workload?.imagesKnown) {
    return UNKNOWN;
  }
  const there = contentThere(native);
  if (!there) {
    return UNKNOWN;
  }
  if (there !== 'newest') {
    return toVersions(native, imagesByGeneration.get(there.generation));
  }
  const { generation = workload.generation } = native;
  if (generation === workload.generation) {
    return toVersions(native, workload.images);
  }
  const [before] = previous?.targets ?? [];
  return before
    ? { versions: before.versions, versionKnowledge: before.versionKnowledge }
    : UNKNOWN;
}

function toVersions(
  { ids = {} }: WorkloadNative,
  images: ArtifactVersion[] | undefined,
): Versions {
  if (!images) {
    return UNKNOWN;
  }
  return {
    versions: images.map(version =>
      !version.digest && Object.hasOwn(ids, version.container)
        ? { ...version, digest: ids[version.container] }
        : version,
    ),
    versionKnowledge: 'known',
  };
}
