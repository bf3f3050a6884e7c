import { RefObject, useEffect, useRef } from 'react';

/**
 * Gives the keyboard to the article around an element when what was done there takes its button away: it would fall to the top of
 * the page. Whoever went on somewhere else is left there.
 *
 * @param done - true once it was done
 * @returns for an element within the article
 * @internal
 */
export function useFocusAfter(done: boolean): RefObject<HTMLDivElement> {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const article = root.current?.closest('article');
    const { activeElement, body } = document;
    const isFree = activeElement === null || activeElement === body;
    if (done && (isFree || article?.contains(activeElement))) {
      article?.focus({ preventScroll: true });
    }
  }, [done]);
  return root;
}
