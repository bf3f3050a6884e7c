import { setTimeout as wait } from 'node:timers/promises';
import { FaultAction } from '../../faults/Fault';
import { faultStatus } from '../../faults/faultStatus';
import { resetConnection } from './resetConnection';
import { Exchange } from './Exchange';

const HTML =
  '<!doctype html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>';

/** Does to a request what faults say. Returns true when the request is thereby answered, or never will be. */
export async function strikeRequest(
  actions: FaultAction[],
  exchange: Exchange,
): Promise<boolean> {
  for (const action of actions) {
    if (await strike(action, exchange)) {
      return true;
    }
  }
  return false;
}

async function strike(
  action: FaultAction,
  exchange: Exchange,
): Promise<boolean> {
  switch (action.type) {
    case 'slow':
      await wait(action.milliseconds, undefined, { ref: false });
      return exchange.response.destroyed;
    case 'status':
      throw faultStatus(action);
    case 'html':
      exchange.text(action.code ?? 200, HTML, {
        'content-type': 'text/html; charset=utf-8',
      });
      return true;
    case 'malformed':
      exchange.text(200, '{"kind":"List","items":[{"metadata":{"na', {
        'content-type': 'application/json',
      });
      return true;
    case 'reset':
      resetConnection(exchange.request.socket);
      return true;
    case 'truncate':
      cutAfter(exchange, action.bytes);
      return false;
    case 'oversized':
      exchange.padding = action.bytes;
      return false;
    default:
      return action.type === 'hang';
  }
}

/** Lets so many bytes of the answer's body out, and cuts the connection in the middle of it. */
function cutAfter(exchange: Exchange, bytes: number): void {
  const { response } = exchange;
  const end = response.end.bind(response);
  response.end = ((chunk?: unknown) => {
    if (Buffer.isBuffer(chunk) && chunk.length > bytes) {
      response.write(chunk.subarray(0, bytes), () =>
        resetConnection(response.socket),
      );
      return response;
    }
    return end(chunk as Buffer);
  }) as typeof response.end;
}
