import { SubjectImage } from '@fairway/backstage-plugin-multicluster-common';
import { withImage } from './withImage';

const IMAGE_LINE = /^(\s*(?:- )?image: )(["']?)([^"'\s]+)\2$/;

/** A manifest as YAML, with the images that are brought in place of those of their names. */
export function withImages(
  text: string,
  images: ReadonlyArray<Pick<SubjectImage, 'name' | 'version'>>,
): string {
  return text
    .split('\n')
    .map(line => {
      const [, before, quote, reference] = IMAGE_LINE.exec(line) ?? [];
      return reference === undefined
        ? line
        : `${before}${quote}${withImage(reference, images)}${quote}`;
    })
    .join('\n');
}
