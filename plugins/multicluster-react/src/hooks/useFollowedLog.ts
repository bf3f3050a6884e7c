import { useApi } from '@backstage/core-plugin-api';
import {
  MulticlusterApi,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { multiclusterApiRef } from '../api';
import { LogBuffer, LogLine } from './LogBuffer';
import { usePageAway } from './usePageAway';

/**
 * A log as far as it was read.
 *
 * @public
 */
export interface LogResult {
  /** The last lines, oldest first; `dropped` older ones were let go. */
  lines: LogLine[];
  dropped: number;
  status: 'connecting' | 'following' | 'ended' | 'error';
  /** Why the log ended, where the back end said so. */
  end?: { reason: string; sentence?: Sentence };
  error?: Error;
  /** Opens the log anew. */
  restart(): void;
}

const FLUSH_MS = 120;
/** How long the lines of the stream before stay where the one that is opened anew has fewer. */
const CATCH_UP_MS = 2_000;

const CONNECTING: Omit<LogResult, 'restart'> = {
  lines: [],
  dropped: 0,
  status: 'connecting',
};

/** What comes over a followed log, whoever writes it. @internal */
export type FollowedFrame =
  | ({ type: 'line' } & Omit<LogLine, 'number' | 'gap'>)
  | { type: 'gap' }
  | { type: 'heartbeat' }
  | { type: 'end'; reason: string; sentence?: Sentence };

/**
 * Follows a log for as long as the component is mounted. While the page is away the stream is closed, so that a forgotten tab
 * holds no seat of its reader; when somebody looks again it is opened anew, and what stood there stays until it has caught up.
 *
 * @param key - names the log; undefined follows nothing, and has no lines
 * @param open - opens the log of that key
 * @param paused - keeps what is on the screen still while the log is read on
 * @internal
 */
export function useFollowedLog(
  key: string | undefined,
  open: (
    api: MulticlusterApi,
    signal: AbortSignal,
  ) => AsyncIterable<FollowedFrame>,
  paused: boolean,
): LogResult {
  const api = useApi(multiclusterApiRef);
  const opener = useRef(open);
  opener.current = open;
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<Omit<LogResult, 'restart'>>(CONNECTING);
  const [buffer, setBuffer] = useState(() => new LogBuffer());
  const still = useRef(paused);
  useEffect(() => {
    still.current = paused;
  }, [paused]);

  const away = usePageAway();
  const stream = useRef<Stream>();
  useEffect(() => {
    const log = `${attempt} ${key}`;
    const before = stream.current?.log === log ? stream.current : undefined;
    if (!before) {
      // Lines of the log before must not stand under the name of another one.
      setState(CONNECTING);
    }
    if (before?.over || away || !key) {
      stream.current = before ?? { log, buffer: new LogBuffer(), over: false };
      setBuffer(stream.current.buffer);
      return undefined;
    }
    const controller = new AbortController();
    const fresh = new LogBuffer();
    const now: Stream = { log, buffer: fresh, over: false };
    now.catchUp = before && {
      count: before.buffer.count,
      until: performance.now() + CATCH_UP_MS,
    };
    stream.current = now;
    setBuffer(fresh);
    // Lines that came while it is paused stay in the buffer; going on shows them.
    const finish = (how: Pick<LogResult, 'status' | 'end' | 'error'>) => {
      now.over = true;
      setState(last => ({
        ...(still.current ? last : fresh.take()),
        ...how,
      }));
    };
    const follow = async () => {
      const frames = opener.current(api, controller.signal);
      for await (const frame of frames) {
        if (controller.signal.aborted) {
          return;
        }
        if (frame.type === 'line') {
          fresh.push(frame);
        } else if (frame.type === 'gap') {
          fresh.push({ text: '', gap: true });
        } else if (frame.type === 'end') {
          const { reason, sentence } = frame;
          finish({ status: 'ended', end: { reason, sentence } });
          return;
        } else {
          setState(last => ({ ...last, status: 'following' }));
        }
      }
      if (!controller.signal.aborted) {
        finish({ status: 'ended' });
      }
    };
    follow().catch(error => {
      if (!controller.signal.aborted) {
        finish({ status: 'error', error });
      }
    });
    return () => controller.abort();
  }, [api, key, attempt, away]);

  useEffect(() => {
    if (paused || !key) {
      return undefined;
    }
    // One render for a burst: a log may write thousands of lines a second.
    const timer = setInterval(() => {
      if (buffer.changed && !isBehind(stream.current)) {
        const taken = buffer.take();
        setState(last => ({
          ...last,
          ...taken,
          status: last.status === 'connecting' ? 'following' : last.status,
        }));
      }
    }, FLUSH_MS);
    return () => clearInterval(timer);
  }, [buffer, paused, key]);

  const restart = useCallback(() => setAttempt(value => value + 1), []);
  return { ...state, restart };
}

interface Stream {
  /** Which log, and which attempt at it. */
  log: string;
  buffer: LogBuffer;
  /** Nothing comes any more. */
  over: boolean;
  /** How many lines the stream before it had, and until when they are waited for. */
  catchUp?: { count: number; until: number };
}

function isBehind(stream: Stream | undefined): boolean {
  return Boolean(
    stream?.catchUp &&
      stream.buffer.count < stream.catchUp.count &&
      performance.now() < stream.catchUp.until,
  );
}
