import { useEffect, useState } from 'react';

/** Looking at another page for a moment is not worth closing and opening what is followed. */
const AWAY_AFTER_MS = 10_000;

/**
 * Whether nobody has seen the page for ten seconds. It is false again as soon as somebody does.
 *
 * @internal
 */
export function usePageAway(): boolean {
  const [away, setAway] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.hidden) {
        timer = setTimeout(() => setAway(true), AWAY_AFTER_MS);
      } else {
        setAway(false);
      }
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return away;
}
