import {
  ArtifactVersion,
  VersionKnowledge,
} from '@fairway/backstage-plugin-multicluster-common';
import { WorkloadFact } from '@fairway/backstage-plugin-multicluster-node';
import { AggregatedItem } from '../native/BindingNative';
import { runsNoneOf } from './runsNoneOf';

/** {@inheritDoc deriveVersions} @internal */
export interface Versions {
  versions: ArtifactVersion[];
  versionKnowledge: VersionKnowledge;
}

const UNKNOWN: Versions = { versions: [], versionKnowledge: 'unknown' };

/**
 * The images a member runs, by the template generation that it was last sent, so that a cluster generations behind shows
 * what it really runs.
 *
 * @remarks
 * A version that nobody can know is `unknown` and never the newest. Kinds that reflect no template generation are known
 * only where no generation of the template can have had other images.
 *
 * @param overridden - whether an override policy may have changed the image on the way
 * @param overridesUnread - there may be override policies that were not read
 * @internal
 */
export function deriveVersions(input: {
  item: AggregatedItem | undefined;
  workload: WorkloadFact | undefined;
  imagesByGeneration: ReadonlyMap<number, ArtifactVersion[]>;
  overridden: () => boolean;
  overridesUnread: boolean;
}): Versions {
  const { item, workload } = input;
  if (!item?.ok || !workload?.imagesKnown) {
    return UNKNOWN;
  }
  if (input.overridden()) {
    return { versions: [], versionKnowledge: 'overridden' };
  }
  if (input.overridesUnread) {
    return UNKNOWN;
  }
  const versions =
    item.g === undefined || runsNoneOf(item, workload)
      ? onlyImages(workload, input.imagesByGeneration)
      : imagesOf(item.g, workload, input.imagesByGeneration);
  return versions ? { versions, versionKnowledge: 'known' } : UNKNOWN;
}

function imagesOf(
  generation: number,
  workload: WorkloadFact,
  imagesByGeneration: ReadonlyMap<number, ArtifactVersion[]>,
): ArtifactVersion[] | undefined {
  return generation === workload.generation
    ? workload.images
    : imagesByGeneration.get(generation);
}

/** A Job's pod template cannot change; of other kinds every generation must be known and the same. */
function onlyImages(
  workload: WorkloadFact,
  imagesByGeneration: ReadonlyMap<number, ArtifactVersion[]>,
): ArtifactVersion[] | undefined {
  if (workload.kind === 'Job' && workload.group === 'batch') {
    return workload.images;
  }
  const latest = workload.generation ?? 0;
  for (let generation = 1; generation < latest; generation++) {
    const images = imagesByGeneration.get(generation);
    if (!images || !sameImages(images, workload.images)) {
      return undefined;
    }
  }
  return latest > 0 ? workload.images : undefined;
}

function sameImages(a: ArtifactVersion[], b: ArtifactVersion[]): boolean {
  return (
    a.length === b.length &&
    a.every((version, index) => version.image === b[index].image)
  );
}
