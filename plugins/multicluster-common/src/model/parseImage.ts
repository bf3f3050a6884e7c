import { ArtifactVersion } from './Workload';

/**
 * Takes an image reference apart. The tag is what follows the last colon behind the last slash, so that a registry's port
 * is never read as a version.
 *
 * @public
 */
export function parseImage(container: string, image: string): ArtifactVersion {
  const [reference, digest] = image.split('@', 2);
  const lastSlash = reference.lastIndexOf('/');
  const colon = reference.indexOf(':', lastSlash + 1);
  const tag = colon > 0 ? reference.slice(colon + 1) : undefined;
  const short = digest?.replace(/^sha256:/, '').slice(0, 12);
  return {
    container,
    image,
    version: tag ?? short ?? 'latest',
    ...(digest && { digest }),
  };
}
