import { useAnalytics } from '@backstage/core-plugin-api';
import { parseFilter } from '@fairway/backstage-plugin-multicluster-common';
import { useEffect, useRef } from 'react';

/** A filter that was not changed for so long is one that somebody reads by, and not one being written. */
const SETTLED_MS = 2000;

/**
 * Tells the portal's analytics that a list was filtered (`filter`), or opened by a link that carried a filter
 * (`followLink`). Which properties were looked at is told, what was looked for is not: it names workloads.
 *
 * @internal
 */
export function useFilterUsage(
  list: 'clusters' | 'workloads' | 'pipelines' | 'topology',
  filter: string,
): void {
  const analytics = useAnalytics();
  const latest = useRef(analytics);
  latest.current = analytics;
  const told = useRef<string>();
  useEffect(() => {
    const action = told.current === undefined ? 'followLink' : 'filter';
    if (action === 'followLink') {
      told.current = '';
    }
    if (!filter) {
      return undefined;
    }
    const timer = setTimeout(
      () => {
        if (told.current !== filter) {
          told.current = filter;
          latest.current.captureEvent(action, list, {
            attributes: { fields: fieldsOf(filter) },
          });
        }
      },
      action === 'followLink' ? 0 : SETTLED_MS,
    );
    return () => clearTimeout(timer);
  }, [list, filter]);
}

function fieldsOf(filter: string): string {
  const fields = parseFilter(filter).terms.map(term => term.field);
  return [...new Set(fields)].sort().join(',');
}
