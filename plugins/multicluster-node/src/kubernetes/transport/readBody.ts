import { IncomingMessage } from 'node:http';
import { createGunzip } from 'node:zlib';
import { errorFromCause } from './errorFromCause';
import { KubernetesError } from './KubernetesError';

/**
 * Reads an answer whole, unpacked.
 *
 * @param options - `maxBytes`: more than that, counted after unpacking so that a small packed answer cannot fill the
 * memory, throws `too-large`, or with `truncate` is left unread
 * @internal
 */
export async function readBody(
  message: IncomingMessage,
  options: { what: string; maxBytes: number; truncate?: boolean },
): Promise<Buffer> {
  const { what, maxBytes, truncate } = options;
  const packed = message.headers['content-encoding'] === 'gzip';
  const source = packed ? message.pipe(createGunzip()) : message;
  // Without this a connection that breaks would leave the unpacking waiting forever.
  message.once('error', error => source.destroy(error));
  message.once('aborted', () =>
    source.destroy(Object.assign(new Error(), { code: 'ECONNRESET' })),
  );
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of source) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > maxBytes) {
        break;
      }
    }
  } catch (error) {
    throw errorFromCause(what, error);
  }
  if (bytes > maxBytes) {
    message.destroy();
    if (!truncate) {
      throw new KubernetesError(
        `${what} failed: the answer has more than ${maxBytes} bytes`,
        { code: 'too-large' },
      );
    }
  }
  const body = Buffer.concat(chunks);
  return bytes > maxBytes ? body.subarray(0, maxBytes) : body;
}
