import { InputError } from '@backstage/errors';

const UNSAFE = /^\.\.?$|[/\\%\p{Cc}]/u;

/**
 * A path on an API server. Each segment is encoded, so that a name that came from a cluster or a user can never reach
 * another resource.
 *
 * @remarks
 * API servers decode a path before they take it apart, so that an encoded slash separates like any other. Kubernetes allows
 * neither `/` nor `%` in a name, and neither is taken here.
 *
 * @example `apiPath('apis', 'apps', 'v1', 'namespaces', 'demo', 'deployments')`
 * @throws InputError for an empty segment, for `.` and `..`, and for one with a slash, a backslash, a percent sign or a
 * control character: no encoding makes them safe
 * @public
 */
export function apiPath(...segments: string[]): string {
  return segments
    .map(segment => {
      if (segment === '' || UNSAFE.test(segment)) {
        throw new InputError(
          'A segment of an API path is empty, or would reach another path',
        );
      }
      return `/${encodeURIComponent(segment)}`;
    })
    .join('');
}
