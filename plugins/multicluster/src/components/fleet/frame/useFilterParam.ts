import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The filter in the address of the page, and how to change it. Typing replaces the entry in the history. */
export function useFilterParam(): [string, (filter: string) => void] {
  const [params, setParams] = useSearchParams();
  const setFilter = useCallback(
    (filter: string) =>
      setParams(
        previous => {
          const next = new URLSearchParams(previous);
          if (filter) {
            next.set('filter', filter);
          } else {
            next.delete('filter');
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [params.get('filter') ?? '', setFilter];
}
