import { SubjectImage } from '@fairway/backstage-plugin-multicluster-common';
import { ComparableWorkload } from '../../views/promotion/ComparableWorkload';
import { withImage } from './withImage';

/** Whether another environment has what is brought, so that its manifests show what this one would get. */
export function hasBrought(
  workloads: readonly ComparableWorkload[],
  images: readonly SubjectImage[],
): boolean {
  const running = workloads.flatMap(({ now, next }) =>
    now && next ? next.versions : [],
  );
  const brought = running.filter(({ image, version }) =>
    images.some(item => item.version === version && isOf(image, item)),
  );
  // All of it: with half of the images the other manifests are those of another change.
  return images.every(item =>
    brought.some(
      ({ image, version }) => version === item.version && isOf(image, item),
    ),
  );
}

function isOf(reference: string, image: SubjectImage): boolean {
  const marked = withImage(reference, [{ ...image, version: 'sha256:any' }]);
  return marked.endsWith('@sha256:any');
}
