import { useCallback, useEffect, useRef } from 'react';

/**
 * Calls the newest of a function that is another by the time that it is called: what was sent before a filter was chosen ends after
 * it, and reads again what is on screen by then.
 *
 * @internal
 */
export function useNewest(call: () => void): () => void {
  const newest = useRef(call);
  useEffect(() => {
    newest.current = call;
  });
  return useCallback(() => newest.current(), []);
}
