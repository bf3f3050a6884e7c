import { StatusError } from '../apiserver/StatusError';
import { FaultAction } from './Fault';

const KNOWN: Record<number, [reason: string, message: string]> = {
  401: ['Unauthorized', 'Unauthorized'],
  403: ['Forbidden', 'forbidden: refused on command'],
  404: ['NotFound', 'the server could not find the requested resource'],
  410: [
    'Expired',
    'The provided continue parameter is too old to display a consistent list result.',
  ],
  429: [
    'TooManyRequests',
    'The server has received too many requests and has asked us to try again later',
  ],
  500: [
    'InternalError',
    'Internal error occurred: etcdserver: request timed out',
  ],
  503: [
    'ServiceUnavailable',
    'the server is currently unable to handle the request',
  ],
  504: [
    'Timeout',
    'Timeout: request did not complete within the allotted timeout',
  ],
};

/** The refusal a status fault stands for. */
export function faultStatus(
  action: Extract<FaultAction, { type: 'status' }>,
): StatusError {
  const [reason, message] = KNOWN[action.code] ?? [
    'Unknown',
    'refused on command',
  ];
  return new StatusError(
    action.code,
    action.reason ?? reason,
    action.message ?? message,
    action.retryAfterSeconds
      ? { retryAfterSeconds: action.retryAfterSeconds }
      : undefined,
  );
}
