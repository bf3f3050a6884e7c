import { RefObject, useCallback, useEffect, useRef } from 'react';

/**
 * Gives the keyboard to a heading when the part of a list that had it is gone: it would fall to the top of the page.
 *
 * @param ids - of all parts
 * @returns to be told which part has the keyboard
 * @internal
 */
export function useFocusAfterGone(
  ids: string[],
  heading: RefObject<HTMLElement>,
): (id: string) => void {
  const last = useRef<string | undefined>(undefined);
  // Whenever something was drawn: a dialog that closes lets go of the keyboard by itself.
  useEffect(() => {
    const { activeElement, body } = document;
    const isFree = activeElement === null || activeElement === body;
    if (isFree && last.current !== undefined && !ids.includes(last.current)) {
      last.current = undefined;
      heading.current?.focus({ preventScroll: true });
    }
  });
  return useCallback((id: string) => {
    last.current = id;
  }, []);
}
