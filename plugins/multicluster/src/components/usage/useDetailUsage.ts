import { useAnalytics } from '@backstage/core-plugin-api';
import { useEffect, useRef } from 'react';

/**
 * Tells the portal's analytics that details were opened: by hand (`open`), or by a link that led to them (`followLink`).
 * The subject is what they show (`pods`, `logs`, `events`, …), never whose they are.
 *
 * @param view - what the details show; undefined while they are closed
 * @internal
 */
export function useDetailUsage(view: string | undefined): void {
  const analytics = useAnalytics();
  const latest = useRef(analytics);
  latest.current = analytics;
  const first = useRef(true);
  useEffect(() => {
    if (view) {
      latest.current.captureEvent(first.current ? 'followLink' : 'open', view);
    }
    first.current = false;
  }, [view]);
}
