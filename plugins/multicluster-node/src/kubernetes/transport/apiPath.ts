import { InputError } from '@backstage/errors';

/**
 * A path on an API server. Each segment is encoded, so that a name that came from a cluster or a user can never reach
 * another resource.
 *
 * @example `apiPath('apis', 'apps', 'v1', 'namespaces', 'demo', 'deployments')`
 * @throws InputError for an empty segment and for `.` and `..`, which no encoding makes safe
 * @public
 */
export function apiPath(...segments: string[]): string {
  return segments
    .map(segment => {
      if (segment === '' || segment === '.' || segment === '..') {
        throw new InputError(
          'A segment of an API path is empty or a relative path',
        );
      }
      return `/${encodeURIComponent(segment)}`;
    })
    .join('');
}
