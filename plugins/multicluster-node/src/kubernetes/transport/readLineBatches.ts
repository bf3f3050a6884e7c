import { IncomingMessage } from 'node:http';
import { errorFromCause } from './errorFromCause';
import { KubernetesError } from './KubernetesError';
import { splitLines, StreamLine } from './splitLines';

/**
 * Lines of an answer as they arrive. Reading stops while the consumer is busy, so that a slow one fills the socket and not
 * the memory.
 *
 * @internal
 */
export async function* readLineBatches(
  message: IncomingMessage,
  options: {
    what: string;
    maxLineBytes: number;
    /** Milliseconds without a byte, the consumer's own time not counted. */
    idleMs?: number | (() => number);
    signal?: AbortSignal;
  },
): AsyncGenerator<StreamLine[]> {
  const { what, maxLineBytes, idleMs, signal } = options;
  const split = splitLines(maxLineBytes);
  const silent = new KubernetesError(
    `${what} failed: the connection fell silent`,
    { code: 'timeout', reason: 'Silent' },
  );
  const abort = () => message.destroy();
  signal?.addEventListener('abort', abort, { once: true });
  let timer: NodeJS.Timeout | undefined;
  const listen = () => {
    const wait = typeof idleMs === 'function' ? idleMs() : idleMs;
    timer =
      wait === undefined
        ? undefined
        : setTimeout(() => message.destroy(silent), wait);
  };
  try {
    listen();
    for await (const chunk of message) {
      clearTimeout(timer);
      const lines = split(chunk);
      if (lines.length > 0) {
        yield lines;
      }
      listen();
    }
    signal?.throwIfAborted();
    const rest = split();
    if (rest.length > 0) {
      yield rest;
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw errorFromCause(what, error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    message.destroy();
  }
}
