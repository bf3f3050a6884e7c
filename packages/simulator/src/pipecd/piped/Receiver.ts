import http from 'node:http';
import { plainCopy } from '../../apiserver/plainCopy';
import { onTheWire } from '../server/onTheWire';
import type { PipedMessage } from '../model/messages';
import { EventType, type PipedEvent } from './PipedEvent';

/** Where pipeds send their events: one try, a static secret in a header, no Content-Type. */
export interface Receiver {
  url: string;
  signatureKey?: string;
  signatureValue: string;
}

function withoutLists(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.length === 0 ? undefined : value.map(withoutLists);
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) => [key, withoutLists(field)]),
    );
  }
  return value;
}

/** The event as JSON of Go: zero values and empty lists are left out, the deployment is a copy that lags behind. */
function bodyOf(event: PipedEvent, piped: PipedMessage): string {
  const { type, deployment, stage, more } = event;
  const pipedEvent =
    type === EventType.PIPED_STARTED || type === EventType.PIPED_STOPPED;
  const stale = deployment && {
    ...deployment,
    status: event.localStatus,
    status_reason: undefined,
    stages: deployment.stages.map(({ status: _, ...rest }) => rest),
  };
  const metadata = pipedEvent
    ? {
        id: piped.id,
        name: piped.name,
        version: piped.version,
        project_id: piped.project_id,
      }
    : { deployment: stale, ...(stage && { stage }), ...more };
  return `${JSON.stringify({
    Type: type,
    Metadata: withoutLists(onTheWire(plainCopy(metadata))),
  })}\n`;
}

/** Sends an event. What comes of it is nobody's concern: an answer that is no 2xx is only logged by a real one. */
export function send(
  { url, signatureKey = 'PipeCD-Signature', signatureValue }: Receiver,
  event: PipedEvent,
  piped: PipedMessage,
): void {
  const body = bodyOf(event, piped);
  const request = http.request(url, {
    method: 'POST',
    timeout: 5000,
    headers: {
      'User-Agent': 'Go-http-client/1.1',
      'Content-Length': Buffer.byteLength(body),
      [signatureKey]: signatureValue,
    },
  });
  request.on('error', () => {});
  request.on('timeout', () => request.destroy());
  request.on('response', response => response.resume());
  request.end(body);
}
