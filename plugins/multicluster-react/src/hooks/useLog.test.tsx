import { TestApiProvider } from '@backstage/test-utils';
import {
  LogFrame,
  LogRequest,
  MulticlusterApi,
} from '@fairway/backstage-plugin-multicluster-common';
import { act, renderHook, waitFor } from '@testing-library/react';
import { ReactNode } from 'react';
import { multiclusterApiRef } from '../api';
import { useLog } from './useLog';

const request = { workloadId: 'w', cluster: 'm', pod: 'p', container: 'c' };

function show(readLog: MulticlusterApi['readLog']) {
  const api = { readLog } as unknown as MulticlusterApi;
  const wrapper = (props: { children: ReactNode }) => (
    <TestApiProvider apis={[[multiclusterApiRef, api]]}>
      {props.children}
    </TestApiProvider>
  );
  return renderHook(
    (props: { request?: LogRequest; paused?: boolean }) =>
      useLog(props.request, { paused: props.paused }),
    { wrapper, initialProps: { request } as { request?: LogRequest } },
  );
}

describe('useLog', () => {
  it('has no lines of the log before when nothing is followed any more', async () => {
    const { result, rerender } = show(async function* read() {
      yield { type: 'line', text: 'secret of another pod' };
      yield { type: 'end', reason: 'complete' };
    });
    await waitFor(() => expect(result.current.lines).toHaveLength(1));
    rerender({ request: undefined });
    expect(result.current.lines).toEqual([]);
    expect(result.current.end).toBeUndefined();
  });

  it('keeps the screen still while paused, also when the log ends, and shows the rest when it goes on', async () => {
    let goOn = () => {};
    const { result, rerender } = show(async function* read() {
      yield { type: 'line', text: 'one' };
      await new Promise<void>(resolve => {
        goOn = resolve;
      });
      yield { type: 'line', text: 'two' };
      yield { type: 'end', reason: 'complete' };
    });
    const texts = () => result.current.lines.map(({ text }) => text);
    await waitFor(() => expect(texts()).toEqual(['one']));
    rerender({ request, paused: true } as { request: LogRequest });
    goOn();
    await waitFor(() => expect(result.current.status).toBe('ended'));
    expect(texts()).toEqual(['one']);
    rerender({ request });
    await waitFor(() => expect(texts()).toEqual(['one', 'two']));
    expect(result.current.status).toBe('ended');
  });

  describe('when the page is away', () => {
    const look = async (hidden: boolean, ms: number) => {
      jest.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
      act(() => {
        document.dispatchEvent(new Event('visibilitychange'));
      });
      await act(() => jest.advanceTimersByTimeAsync(ms));
    };

    beforeEach(() => jest.useFakeTimers());
    afterEach(() => {
      jest.useRealTimers();
      jest.restoreAllMocks();
    });

    /** A log that is written on: each time it is opened there is a line more, and it stays open. */
    function growing() {
      let open = 0;
      const opened = jest.fn();
      const closed = jest.fn();
      const read = async function* read(
        _request: LogRequest,
        options?: { signal?: AbortSignal },
      ): AsyncGenerator<LogFrame> {
        opened();
        open += 1;
        for (const text of ['one', 'two', 'three'].slice(0, 1 + open)) {
          yield { type: 'line', text };
          await new Promise(resolve => setTimeout(resolve, 200));
        }
        await new Promise(resolve => {
          options?.signal?.addEventListener('abort', resolve);
        });
        closed();
      };
      return { read, opened, closed };
    }

    it('closes the stream after a while, opens it when somebody looks, and keeps the lines until it has caught up', async () => {
      const { read, opened, closed } = growing();
      const { result } = show(read);
      const texts = () => result.current.lines.map(({ text }) => text);
      await act(() => jest.advanceTimersByTimeAsync(1_000));
      expect(texts()).toEqual(['one', 'two']);

      await look(true, 9_000);
      expect(closed).not.toHaveBeenCalled();
      await look(true, 10_001);
      expect(closed).toHaveBeenCalledTimes(1);
      expect(texts()).toEqual(['one', 'two']);
      expect(result.current.status).toBe('following');

      await look(false, 150);
      expect(opened).toHaveBeenCalledTimes(2);
      // The first line is there anew, the second not yet.
      expect(texts()).toEqual(['one', 'two']);
      await act(() => jest.advanceTimersByTimeAsync(1_000));
      expect(texts()).toEqual(['one', 'two', 'three']);
    });

    it('does not open a log anew that has ended', async () => {
      const opened = jest.fn();
      const { result } = show(async function* read() {
        opened();
        yield { type: 'line', text: 'one' };
        yield { type: 'end', reason: 'complete' };
      });
      await act(() => jest.advanceTimersByTimeAsync(500));
      await look(true, 11_000);
      await look(false, 500);
      expect(opened).toHaveBeenCalledTimes(1);
      expect(result.current.status).toBe('ended');
      expect(result.current.lines.map(({ text }) => text)).toEqual(['one']);
    });

    it('shows what there is of a log that became shorter', async () => {
      let texts = ['one', 'two', 'three'];
      const { result } = show(async function* read() {
        for (const text of texts) {
          yield { type: 'line', text };
        }
        await new Promise(() => {});
      });
      await act(() => jest.advanceTimersByTimeAsync(500));
      await look(true, 11_000);
      texts = ['four'];
      await look(false, 3_000);
      expect(result.current.lines.map(({ text }) => text)).toEqual(['four']);
    });
  });
});
