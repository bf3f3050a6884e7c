import { RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';

/**
 * Scrolls an element into view when the address names it, each time somebody follows a link to it. Routers do not do this
 * for pages that are rendered later than their address changes.
 */
export function useAnchor(anchor?: string): RefObject<HTMLElement> {
  const element = useRef<HTMLElement>(null);
  const { hash, key } = useLocation();
  useEffect(() => {
    if (anchor && hash === `#${anchor}`) {
      element.current?.scrollIntoView?.({ block: 'start' });
    }
  }, [anchor, hash, key]);
  return element;
}
