import {
  parseImage,
  SubjectImage,
} from '@fairway/backstage-plugin-multicluster-common';
import { LaneContent } from '@fairway/backstage-plugin-multicluster-node';
import { isUnpinned } from '../../views/promotion/rules/isUnpinned';

/** Images of what is rendered for some clusters of a lane, each once, sorted. Known whole: what names none runs none. */
export function imagesOfLane(
  { clusters }: Pick<LaneContent, 'clusters'>,
  released: readonly string[],
): SubjectImage[] {
  const references = released
    .flatMap(cluster => clusters[cluster] ?? [])
    .flatMap(({ images }) => images.map(({ image }) => image));
  return [...new Set(references)].sort().map(toImage);
}

function toImage(reference: string): SubjectImage {
  const { version, digest } = parseImage('', reference);
  const [tagged] = reference.split('@', 1);
  const name = tagged.replace(/:[^/:]*$/, '');
  return {
    name,
    version,
    digest: digest ?? null,
    unpinned: digest === undefined && isUnpinned({ image: name, version }),
  };
}
