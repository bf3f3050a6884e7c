import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { canonicalManifest } from './canonicalManifest';

/**
 * Whether an object of a member lacks anything that its manifest sets. What the member added by itself, defaults and status,
 * does not matter; lists count by place, and a list that is longer or shorter is another one.
 *
 * @internal
 */
export function lacksFields(
  manifest: Record<string, unknown>,
  object: Record<string, unknown>,
): boolean {
  return lacks(canonicalManifest(manifest).manifest, object);
}

function lacks(wanted: unknown, found: unknown): boolean {
  if (Array.isArray(wanted)) {
    return (
      (wanted.length > 0 || read.list(found).length > 0) &&
      (!Array.isArray(found) ||
        found.length !== wanted.length ||
        wanted.some((item, index) => lacks(item, found[index])))
    );
  }
  if (typeof wanted === 'object' && wanted !== null) {
    const other = read.record(found);
    return Object.entries(wanted).some(([key, item]) =>
      lacks(item, other[key]),
    );
  }
  // An empty value and none are one and the same to an API server.
  return isNothing(wanted) ? !isNothing(found) : wanted !== found;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
