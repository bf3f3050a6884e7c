import {
  LogFrame,
  sentence,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { LogRight } from '../service/DetailService';
import { isMeantForReaders } from './isMeantForReaders';

/** When a log ends by itself. Times in milliseconds. */
export interface LogFrameOptions {
  maxChars: number;
  maxMs: number;
  /** Asked each {@link LogFrameOptions.recheckMs}; anything but `granted` ends the log. */
  stillAllowed: () => Promise<LogRight>;
  signal: AbortSignal;
  /** Called once, however the log ends. */
  onEnd: () => void;
  heartbeatMs?: number;
  recheckMs?: number;
  now?: () => number;
}

const HEARTBEAT_MS = 15_000;
const RECHECK_MS = 60_000;

const RIGHT_GONE = {
  denied: 'view.detail.logDenied',
  expired: 'view.detail.logExpired',
};

type End = Extract<LogFrame, { type: 'end' }>;

/** What is said where a log says nothing. */
type Pause = Extract<LogFrame, { type: 'heartbeat' | 'end' }>;

/**
 * What comes of a log, with a heartbeat whenever nothing came for a while, and an end that says why.
 *
 * @remarks
 * The caller's right is asked again each minute: a followed log can outlive the right to read it.
 */
export async function* followFrames<T extends { type: string; text?: string }>(
  items: AsyncIterable<T>,
  options: LogFrameOptions,
): AsyncGenerator<T | Pause> {
  const { heartbeatMs = HEARTBEAT_MS, recheckMs = RECHECK_MS } = options;
  const now = options.now ?? Date.now;
  const iterator = items[Symbol.asyncIterator]();
  const endAt = now() + options.maxMs;
  let recheckAt = now() + recheckMs;
  let chars = 0;
  let next = iterator.next();
  try {
    while (!options.signal.aborted) {
      const at = now();
      if (at >= endAt) {
        yield end('limit', sentence('view.detail.logTime'));
        return;
      }
      if (at >= recheckAt) {
        recheckAt = at + recheckMs;
        const right = await options.stillAllowed();
        if (right !== 'granted') {
          yield end('unauthorised', sentence(RIGHT_GONE[right]));
          return;
        }
      }
      const result = await nextWithin(
        next,
        Math.min(heartbeatMs, recheckAt - at, endAt - at),
        options.signal,
      );
      if (result === 'silence') {
        yield { type: 'heartbeat' };
        continue;
      }
      if (result.done) {
        yield end('complete');
        return;
      }
      chars += result.value.text?.length ?? 0;
      if (chars > options.maxChars) {
        yield end('limit', sentence('view.detail.logLimit'));
        return;
      }
      yield result.value;
      next = iterator.next();
    }
  } catch (error) {
    if (!options.signal.aborted) {
      yield end('error', brokenSentence(error));
    }
  } finally {
    // Ends the connection first: a generator that waits for a line does not hear that nobody wants it any more.
    options.onEnd();
    next.catch(() => undefined);
    iterator.return?.()?.catch(() => undefined);
  }
}

function end(reason: End['reason'], why?: Sentence): End {
  return { type: 'end', reason, ...(why && { sentence: why }) };
}

function brokenSentence(error: unknown): Sentence {
  return isMeantForReaders(error)
    ? sentence('view.detail.logBroken', { message: error.message })
    : sentence('view.detail.logFailed');
}

async function nextWithin<T>(
  next: Promise<T>,
  milliseconds: number,
  signal: AbortSignal,
): Promise<T | 'silence'> {
  let stop: () => void = () => undefined;
  const silence = new Promise<'silence'>(resolve => {
    const timer = setTimeout(() => resolve('silence'), milliseconds);
    const aborted = () => resolve('silence');
    signal.addEventListener('abort', aborted, { once: true });
    stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', aborted);
    };
  });
  try {
    return await Promise.race([next, silence]);
  } finally {
    stop();
  }
}
