import { act, renderHook } from '@testing-library/react';
import { useSecondsUntil } from './useSecondsUntil';

const start = Date.parse('2026-11-21T12:00:00Z');
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();

function count(time: string | undefined) {
  return renderHook(
    (props: { time: string | undefined }) => useSecondsUntil(props.time),
    { initialProps: { time } },
  );
}

describe('useSecondsUntil', () => {
  beforeEach(() => jest.useFakeTimers({ now: start }));
  afterEach(() => jest.useRealTimers());

  it('counts from the moment at which there was something to count, and not from when it was first shown', () => {
    const { result, rerender } = count(undefined);
    jest.setSystemTime(start + 5_000);
    rerender({ time: at(15) });
    expect(result.current).toBe(10);
  });

  it('counts anew to another moment', () => {
    const { result, rerender } = count(at(2));
    act(() => jest.advanceTimersByTime(2_000));
    expect(result.current).toBeUndefined();
    jest.setSystemTime(start + 5_000);
    rerender({ time: at(15) });
    expect(result.current).toBe(10);
    act(() => jest.advanceTimersByTime(1_000));
    expect(result.current).toBe(9);
  });

  it('counts down to the end and says nothing from then on', () => {
    const { result } = count(at(2));
    const seen = [result.current];
    for (let tick = 0; tick < 3; tick++) {
      act(() => jest.advanceTimersByTime(1_000));
      seen.push(result.current);
    }
    expect(seen).toEqual([2, 1, undefined, undefined]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it.each([undefined, at(-1), 'no time'])('says nothing of %s', time => {
    expect(count(time).result.current).toBeUndefined();
  });
});
