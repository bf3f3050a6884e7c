import { ServiceError, status } from '@grpc/grpc-js';
import { ProblemCode } from '@fairway/backstage-plugin-multicluster-common';
import { redact } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { PipecdError } from './PipecdError';

const PROBLEMS: Partial<Record<number, ProblemCode>> = {
  [status.DEADLINE_EXCEEDED]: 'timeout',
  [status.UNAUTHENTICATED]: 'unauthenticated',
  [status.PERMISSION_DENIED]: 'forbidden',
  [status.UNIMPLEMENTED]: 'not-served',
  [status.UNAVAILABLE]: 'unreachable',
};

/** What grpc-js says when no connection was ever made, so that nothing can have been sent. */
const NEVER_SENT =
  /^(No connection established|Name resolution failed|Failed to parse DNS|Resolution )/i;
const TLS =
  /certificate|self[- ]signed|SSL|TLS|handshake|unable to (verify|get)|EPROTO|ALPN/i;

/**
 * What a failed call means, with nothing secret in it.
 *
 * @param secrets - values that must not appear
 * @param tried - false: it was not even attempted
 * @internal
 */
export function toPipecdError(
  error: Partial<ServiceError>,
  call: string,
  secrets: readonly string[] = [],
  tried = true,
): PipecdError {
  const { code: grpc = status.UNKNOWN, details = '' } = error;
  const unconnected = grpc === status.UNAVAILABLE && NEVER_SENT.test(details);
  return PipecdError.create({
    grpc,
    problem: problemOf(grpc, details),
    // Says where and when it tried: neither is for readers, and a moment would make every report a new one.
    details: grpc === status.UNAVAILABLE ? '' : redact(details, secrets),
    call,
    sent: tried && !unconnected,
  });
}

function problemOf(grpc: number, details: string): ProblemCode {
  if (grpc === status.UNAVAILABLE && TLS.test(details)) {
    return 'tls';
  }
  if (grpc === status.RESOURCE_EXHAUSTED) {
    return /larger than max/i.test(details) ? 'too-large' : 'rate-limited';
  }
  if (/^Received HTTP status code/.test(details) && !PROBLEMS[grpc]) {
    return 'not-an-api';
  }
  return PROBLEMS[grpc] ?? 'upstream-error';
}
