import { act, renderHook, waitFor } from '@testing-library/react';
import { useWrite } from './useWrite';

function answer(statusCode: number, code?: string): Error {
  return Object.assign(new Error('no'), {
    statusCode,
    body: { error: { code } },
  });
}

describe('useWrite', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('sends a double click once', async () => {
    const send = jest.fn(async () => 'done');
    const { result } = renderHook(() => useWrite(send));
    await act(async () => {
      await Promise.all([result.current.run('a'), result.current.run('a')]);
    });
    expect(send).toHaveBeenCalledTimes(1);
    expect(result.current.state.status).toBe('done');
  });

  it('says that it is being confirmed when no answer came, and sends it again with the same key', async () => {
    const keys: string[] = [];
    const send = jest.fn(
      async (_: string, { idempotencyKey }: { idempotencyKey: string }) => {
        keys.push(idempotencyKey);
        if (keys.length === 1) {
          throw new TypeError('Failed to fetch');
        }
        return 'done';
      },
    );
    const { result } = renderHook(() => useWrite(send));
    let running: Promise<unknown> | undefined;
    act(() => {
      running = result.current.run('a');
    });
    await waitFor(() => expect(result.current.state.status).toBe('confirming'));
    await act(async () => {
      await jest.advanceTimersByTimeAsync(1_000);
      await running;
    });
    expect(result.current.state.status).toBe('done');
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
  });

  it('repeats what was asked for then, whatever is on screen by the time of the repetition', async () => {
    const sent: string[] = [];
    const { result, rerender } = renderHook(
      ({ looked }) =>
        useWrite(async (_: string) => {
          sent.push(looked);
          if (sent.length === 1) {
            throw new TypeError('Failed to fetch');
          }
        }),
      { initialProps: { looked: 'generation 1' } },
    );
    let running: Promise<unknown> | undefined;
    act(() => {
      running = result.current.run('a');
    });
    await waitFor(() => expect(result.current.state.status).toBe('confirming'));
    rerender({ looked: 'generation 2' });
    await act(async () => {
      await jest.advanceTimersByTimeAsync(1_000);
      await running;
    });
    expect(sent).toEqual(['generation 1', 'generation 1']);
  });

  it('takes the word of the back end, with its code, and does not ask again', async () => {
    const send = jest.fn(async () => {
      throw answer(409, 'DECISION_SEALED');
    });
    const { result } = renderHook(() => useWrite(send));
    await act(async () => {
      await result.current.run('a');
    });
    expect(send).toHaveBeenCalledTimes(1);
    expect(result.current.state).toMatchObject({
      status: 'refused',
      code: 'DECISION_SEALED',
    });
  });

  it('does not claim to know when nothing comes back for too long', async () => {
    const send = jest.fn(async () => {
      throw answer(502);
    });
    const { result } = renderHook(() => useWrite(send));
    await act(async () => {
      const running = result.current.run('a');
      await jest.advanceTimersByTimeAsync(15_000);
      await running;
    });
    expect(send).toHaveBeenCalledTimes(5);
    expect(result.current.state.status).toBe('lost');
  });

  it('waits as long as it is told to, by what is sent, and needs nothing that browsers of two years ago lack', async () => {
    const any = AbortSignal.any;
    Object.assign(AbortSignal, { any: undefined });
    const signals: AbortSignal[] = [];
    const { result } = renderHook(() =>
      useWrite(
        (_: number, { signal }: { signal: AbortSignal }) =>
          new Promise<string>(() => signals.push(signal)),
        { deadlineMs: input => input * 1000 },
      ),
    );
    act(() => {
      result.current.run(40);
    });
    await act(() => jest.advanceTimersByTimeAsync(39_900));
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    // Nothing is forgotten that is still on its way.
    act(() => result.current.reset());
    expect(result.current.state.status).toBe('sending');
    await act(() => jest.advanceTimersByTimeAsync(200));
    expect(signals[0].aborted).toBe(true);
    expect(result.current.state.status).toBe('confirming');
    Object.assign(AbortSignal, { any });
  });

  it('gives up an attempt that nothing comes back from after 15 s, says so, and sends it again', async () => {
    const signals: AbortSignal[] = [];
    const { result } = renderHook(() =>
      useWrite(
        (_: string, { signal }: { signal: AbortSignal }) =>
          new Promise<string>(resolve => {
            signals.push(signal);
            if (signals.length === 2) {
              resolve('done');
            }
          }),
      ),
    );
    let running: Promise<unknown> | undefined;
    act(() => {
      running = result.current.run('a');
    });
    await act(() => jest.advanceTimersByTimeAsync(14_900));
    expect(result.current.state.status).toBe('sending');
    expect(signals[0].aborted).toBe(false);
    await act(() => jest.advanceTimersByTimeAsync(200));
    expect(result.current.state.status).toBe('confirming');
    expect(signals[0].aborted).toBe(true);
    await act(async () => {
      await jest.advanceTimersByTimeAsync(1_000);
      await running;
    });
    expect(result.current.state.status).toBe('done');
    expect(signals[1].aborted).toBe(false);
  });

  it('asks again while the first of the same key is still being worked on', async () => {
    const send = jest
      .fn(async () => 'done')
      .mockRejectedValueOnce(answer(409, 'IDEMPOTENCY_PENDING'));
    const { result } = renderHook(() => useWrite(send));
    let running: Promise<unknown> | undefined;
    act(() => {
      running = result.current.run('a');
    });
    await waitFor(() => expect(result.current.state.status).toBe('confirming'));
    await act(async () => {
      await jest.advanceTimersByTimeAsync(1_000);
      await running;
    });
    expect(result.current.state.status).toBe('done');
  });

  it('uses another key for what is asked for anew', async () => {
    const keys = new Set<string>();
    const { result } = renderHook(() =>
      useWrite(async (_: string, options) => {
        keys.add(options.idempotencyKey);
      }),
    );
    await act(async () => {
      await result.current.run('a');
      await result.current.run('a');
    });
    expect(keys.size).toBe(2);
  });
});
