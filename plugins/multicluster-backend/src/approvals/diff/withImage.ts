import { SubjectImage } from '@fairway/backstage-plugin-multicluster-common';
import { lastPart } from '../../views/promotion/rules/imageNames';

type Brought = Pick<SubjectImage, 'name' | 'version'>;

/**
 * An image reference as it would be with what is brought: the same registry and path, another version. The reference itself where
 * nothing of that name is brought, or two versions of it.
 */
export function withImage(
  reference: string,
  images: readonly Brought[],
): string {
  const [tagged] = reference.split('@', 1);
  const name = tagged.replace(/:[^/:]*$/, '');
  const brought = images.filter(
    image => lastPart(image.name.split('@', 1)[0]) === lastPart(name),
  );
  if (brought.length !== 1) {
    return reference;
  }
  const [{ version }] = brought;
  return `${name}${version.startsWith('sha256:') ? '@' : ':'}${version}`;
}
