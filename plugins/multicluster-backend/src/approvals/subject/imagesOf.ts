import {
  ArtifactVersion,
  parseImage,
  RunArtifact,
  SubjectImage,
} from '@fairway/backstage-plugin-multicluster-common';
import { lastPart } from '../../views/promotion/rules/imageNames';
import { isUnpinned } from '../../views/promotion/rules/isUnpinned';

/**
 * The images that a run brings, sorted by name and version; `null` when its tool names none.
 *
 * @param reported - what clusters run of it, from which the digest of a tag is taken where a reference carries one
 */
export function imagesOf(
  artifacts: readonly RunArtifact[],
  reported: readonly ArtifactVersion[],
): SubjectImage[] | null {
  const images = artifacts
    .filter(({ kind }) => kind === 'image')
    .map(artifact => toImage(artifact, reported));
  const byReference = new Map(
    images.map(image => [JSON.stringify([image.name, image.version]), image]),
  );
  const sorted = [...byReference].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.length > 0 ? sorted.map(([, image]) => image) : null;
}

function toImage(
  { name, version }: RunArtifact,
  reported: readonly ArtifactVersion[],
): SubjectImage {
  // Tools write a digest behind the name, behind the version, or as the version.
  const own = parseImage('', name).digest ?? digestIn(version);
  const unpinned = own === undefined && isUnpinned({ image: name, version });
  // What runs now under a tag that moves is what was there before, and not what is decided about.
  const reportedOne = unpinned
    ? undefined
    : reportedDigest(name, version, reported);
  return {
    name: name.split('@', 1)[0],
    version,
    digest: own ?? reportedOne ?? null,
    unpinned,
  };
}

function digestIn(version: string): string | undefined {
  return /(?:^|@)(sha256:[0-9a-f]{64})$/.exec(version)?.[1];
}

/** Of one tag that clusters report with two different digests nobody knows which is meant. */
function reportedDigest(
  name: string,
  version: string,
  reported: readonly ArtifactVersion[],
): string | undefined {
  const found = new Set(
    reported
      .filter(
        item =>
          item.version === version && pathOf(item.image) === lastPart(name),
      )
      .flatMap(({ digest }) => digest ?? []),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

function pathOf(image: string): string {
  const [tagged] = image.split('@', 1);
  return lastPart(tagged).split(':', 1)[0];
}
