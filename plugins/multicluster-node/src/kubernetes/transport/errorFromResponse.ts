import { STATUS_CODES } from 'node:http';
import { ProblemCode } from '@fairway/backstage-plugin-multicluster-common';
import { KubernetesError } from './KubernetesError';
import { parseRetryAfter } from './parseRetryAfter';
import { redact } from './redact';
import { KubernetesStatus, toKubernetesStatus } from './toKubernetesStatus';

/** What a server may ask to wait at most, in milliseconds. */
const LONGEST_WAIT_MS = 600_000;

/** A failed answer, as far as it matters. @internal */
export interface FailedResponse {
  status: number;
  contentType?: string;
  retryAfter?: string;
  /** The first few kilobytes are enough. */
  body: string;
}

/**
 * The error of an answer that is not a success.
 *
 * @param what - what was asked, for example `GET /api/v1/pods`
 * @param context - secrets that must not appear in the message, and the time for Retry-After dates
 * @public
 */
export function errorFromResponse(
  what: string,
  response: FailedResponse,
  context: { secrets: readonly string[]; now: number },
): KubernetesError {
  const { status, contentType = '' } = response;
  // Only the message of a Status is ever repeated: other bodies are written by proxies, and may echo what was sent.
  const native = contentType.includes('json')
    ? toKubernetesStatus(response.body)
    : undefined;
  const statusMessage = native?.message
    ? redact(native.message, context.secrets)
    : undefined;
  const name = STATUS_CODES[status] ?? 'unknown status';
  return new KubernetesError(
    `${what} failed: ${status} ${name}${
      statusMessage ? `: ${statusMessage}` : ''
    }`,
    {
      code: problemCode(status, contentType, native),
      status,
      reason: native?.reason,
      statusMessage,
      retryAfterMs: clampWait(
        parseRetryAfter(response.retryAfter, context.now) ??
          native?.retryAfterMs,
      ),
    },
  );
}

/** A wrong clock or a proxy can ask for years; nobody would notice that the lane is off. */
function clampWait(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined
    ? undefined
    : Math.min(milliseconds, LONGEST_WAIT_MS);
}

function problemCode(
  status: number,
  contentType: string,
  native: KubernetesStatus | undefined,
): ProblemCode {
  if (isStarting(status, native)) {
    return 'not-ready';
  }
  switch (status) {
    case 401:
      return 'unauthenticated';
    case 403:
      return 'forbidden';
    case 404:
    case 405:
    case 406:
      return native || contentType.startsWith('text/plain')
        ? 'not-served'
        : 'not-an-api';
    case 408:
    case 504:
      return 'timeout';
    case 413:
      return 'too-large';
    case 429:
      return 'rate-limited';
    default:
  }
  // A redirect or a page: some proxy or portal answers in the place of an API server.
  if (status < 400 || contentType.startsWith('text/html')) {
    return 'not-an-api';
  }
  // The aggregation layer says so in plain text when the server behind it cannot be reached.
  return status === 503 && !native ? 'unreachable' : 'upstream-error';
}

/** Servers that start answer so until their storage is there; it passes by itself within seconds. */
function isStarting(
  status: number,
  native: KubernetesStatus | undefined,
): boolean {
  const message = native?.message ?? '';
  return (
    (status === 503 && message.includes('all known HTTP paths')) ||
    (status === 429 && message.includes('initializing'))
  );
}
