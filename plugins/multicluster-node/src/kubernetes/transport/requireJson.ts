import { IncomingHttpHeaders } from 'node:http';
import { KubernetesError } from './KubernetesError';

/** Throws `not-an-api` for an answer that does not say that it is JSON: proxies and portals answer 200 too. @internal */
export function requireJson(what: string, headers: IncomingHttpHeaders): void {
  if (!headers['content-type']?.includes('json')) {
    throw new KubernetesError(
      `${what} failed: the answer is no JSON, so this is not an API server`,
      { code: 'not-an-api' },
    );
  }
}
