import { useEffect, useState } from 'react';

const TICK_MS = 1_000;

/**
 * Whole seconds until a moment, counted down; undefined once it has passed, or without one. Only for show: whether it is still
 * in time is the word of the back end, whose clock may differ from this one.
 *
 * @param time - ISO 8601
 * @internal
 */
export function useSecondsUntil(time: string | undefined): number | undefined {
  const [now, setNow] = useState(Date.now);
  const end = time === undefined ? undefined : Date.parse(time);
  const over = end === undefined || now >= end;
  useEffect(() => {
    if (over) {
      return undefined;
    }
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [over]);
  return over ? undefined : Math.ceil((end - now) / 1000);
}
