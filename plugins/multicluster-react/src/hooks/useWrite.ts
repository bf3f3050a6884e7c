import { useCallback, useEffect, useRef, useState } from 'react';
import { errorStatus } from '../store';
import { isRefusal } from './isRefusal';
import { writeKey } from './writeKey';

/**
 * Something that a person asked for, on its way.
 *
 * @remarks
 * `confirming`: it was sent and nothing came back; it is sent again with the same key, so that it is done once however often
 * it arrives. `refused`: the back end said no, with a code. `lost`: nothing came back for too long; whether it was done is
 * seen in the request itself.
 *
 * @public
 */
export interface WriteState {
  status: 'idle' | 'sending' | 'confirming' | 'done' | 'refused' | 'lost';
  /** Of `refused`: stable, see `ApprovalCode`. */
  code?: string;
  error?: Error;
}

/** {@inheritDoc WriteState} @public */
export interface Write<I, O> {
  state: WriteState;
  /** Does nothing while something is on its way, so that a double click is one request. Undefined: not done. */
  run(input: I): Promise<O | undefined>;
  /** Forgets how the last one ended; what is on its way stays. */
  reset(): void;
}

const PAUSES_MS = [1_000, 2_000, 4_000, 8_000];

/** Of one attempt: a connection that died without a word would be waited for as long as the browser pleases. */
const DEADLINE_MS = 15_000;

/** How {@link useWrite} goes about it. @public */
export interface WriteLimits<I> {
  /**
   * Of one attempt, milliseconds; 15 s when absent. Has to be more than the back end takes at most, or its reason for what did not
   * work is never heard and the work is begun again.
   */
  deadlineMs?: number | ((input: I) => number);
}

/**
 * Sends something that changes the world, and says what came of it.
 *
 * @param send - sends it once, within the deadline, after which its signal is aborted and it is sent again; `idempotencyKey` is
 * the same for all attempts of one `run`, and so is the function itself: the one that was given when `run` was called
 * @public
 */
export function useWrite<I, O>(
  send: (
    input: I,
    options: { idempotencyKey: string; signal: AbortSignal },
  ) => Promise<O>,
  limits: WriteLimits<I> = {},
): Write<I, O> {
  const [state, setState] = useState<WriteState>({ status: 'idle' });
  const busy = useRef(false);
  const abort = useRef<AbortController | undefined>(undefined);
  const latest = useRef({ send, limits });
  useEffect(() => {
    latest.current = { send, limits };
  });
  useEffect(() => () => abort.current?.abort(), []);
  const run = useCallback(async (input: I): Promise<O | undefined> => {
    if (busy.current) {
      return undefined;
    }
    busy.current = true;
    const controller = new AbortController();
    abort.current = controller;
    // One for all attempts: what is on screen by the second may not be what the person looked at.
    const { send: once, limits: limited } = latest.current;
    const { deadlineMs = DEADLINE_MS } = limited;
    try {
      return await attempt(
        options => once(input, options),
        typeof deadlineMs === 'number' ? deadlineMs : deadlineMs(input),
        controller.signal,
        setState,
      );
    } finally {
      busy.current = false;
    }
  }, []);
  const reset = useCallback(() => {
    // What is on its way would end behind a fresh face, which does nothing meanwhile.
    if (!busy.current) {
      setState({ status: 'idle' });
    }
  }, []);
  return { state, run, reset };
}

async function attempt<O>(
  send: (options: {
    idempotencyKey: string;
    signal: AbortSignal;
  }) => Promise<O>,
  deadlineMs: number,
  signal: AbortSignal,
  say: (state: WriteState) => void,
): Promise<O | undefined> {
  const idempotencyKey = writeKey();
  say({ status: 'sending' });
  for (let tries = 0; !signal.aborted; tries++) {
    try {
      const result = await within(deadlineMs, signal, limited =>
        send({ idempotencyKey, signal: limited }),
      );
      say({ status: 'done' });
      return result;
    } catch (error) {
      const failed = error instanceof Error ? error : new Error(String(error));
      if (signal.aborted) {
        return undefined;
      }
      const refusal = isUnderWay(failed) ? undefined : isRefusal(failed);
      if (refusal || tries >= PAUSES_MS.length) {
        say({
          status: refusal ? 'refused' : 'lost',
          code: refusal?.code,
          error: failed,
        });
        return undefined;
      }
      const unheard = !errorStatus(failed) || isUnderWay(failed);
      say({ status: unheard ? 'confirming' : 'sending' });
      await pause(PAUSES_MS[tries], signal);
    }
  }
  return undefined;
}

/** The answer to a repetition while the first is still being worked on. */
function isUnderWay(error: Error): boolean {
  return isRefusal(error)?.code === 'IDEMPOTENCY_PENDING';
}

/** Rejects after a time or when aborted, also when what is asked heeds no signal. */
async function within<T>(
  ms: number,
  signal: AbortSignal,
  ask: (limited: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const end = (why: unknown) => limit.abort(why);
  // By hand: browsers of two years ago have no AbortSignal.any, and nothing would ever be sent there.
  const onAbort = () => end(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => end(new Error('No answer')), ms);
  try {
    return await Promise.race([
      ask(limit.signal),
      new Promise<never>((_, reject) => {
        limit.signal.addEventListener(
          'abort',
          () => reject(limit.signal.reason),
          { once: true },
        );
      }),
    ]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
