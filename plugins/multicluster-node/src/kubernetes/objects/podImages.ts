import {
  ArtifactVersion,
  parseImage,
} from '@fairway/backstage-plugin-multicluster-common';
import { read } from './read';

/**
 * The images of the containers of a pod spec, in its order. Init containers are left out: they say nothing about which
 * version serves.
 *
 * @public
 */
export function podImages(podSpec: unknown): ArtifactVersion[] {
  const images: ArtifactVersion[] = [];
  for (const item of read.list(read.record(podSpec).containers)) {
    const container = read.record(item);
    const image = read.string(container.image);
    if (image) {
      images.push(parseImage(read.string(container.name) ?? '', image));
    }
  }
  return images;
}
