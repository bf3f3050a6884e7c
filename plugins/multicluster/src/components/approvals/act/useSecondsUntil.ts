import { useEffect, useReducer } from 'react';

const TICK_MS = 1_000;

/**
 * Whole seconds until a moment, counted down; undefined once it has passed, or without one. Only for show: whether it is still
 * in time is the word of the back end, whose clock may differ from this one.
 *
 * @param time - ISO 8601
 * @internal
 */
export function useSecondsUntil(time: string | undefined): number | undefined {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  // The time is read each time: a moment comes long after the hook was first called, and one of back then would count too much.
  const left = time === undefined ? 0 : Date.parse(time) - Date.now();
  const over = !(left > 0);
  useEffect(() => {
    if (over) {
      return undefined;
    }
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [over]);
  return over ? undefined : Math.ceil(left / 1000);
}
