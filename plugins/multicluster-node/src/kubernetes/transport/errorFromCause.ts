import { ProblemCode } from '@fairway/backstage-plugin-multicluster-common';
import { KubernetesError } from './KubernetesError';

const codes: Array<[RegExp, ProblemCode]> = [
  [/^(ETIMEDOUT|ESOCKETTIMEDOUT)$/, 'timeout'],
  [
    /^(ERR_TLS|ERR_SSL|CERT_|EPROTO$|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|ERR_OSSL)/,
    'tls',
  ],
  [/^HPE_/, 'not-an-api'],
  [/^Z_(DATA|BUF|STREAM)_ERROR$/, 'malformed'],
];

/**
 * The error of a request that got no complete answer, from what Node says of the socket. Only Node's code is repeated,
 * never its text: that may hold addresses and paths.
 *
 * @public
 */
export function errorFromCause(what: string, cause: unknown): KubernetesError {
  if (cause instanceof KubernetesError) {
    return cause;
  }
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  const nodeCode =
    typeof code === 'string' && /^[A-Z0-9_]{2,60}$/.test(code)
      ? code
      : 'no answer';
  const found = codes.find(([pattern]) => pattern.test(nodeCode));
  return new KubernetesError(`${what} failed: ${nodeCode}`, {
    code: found?.[1] ?? 'unreachable',
  });
}
