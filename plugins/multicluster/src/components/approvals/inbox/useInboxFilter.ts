import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What the inbox is narrowed to; empty: nothing. @internal */
export interface InboxFilter {
  /** Name of an environment. */
  environment: string;
  /** Ref of an entity. */
  service: string;
}

/** What the inbox is narrowed to, in the address of the page, so that a link leads to it, and how to change it. @internal */
export function useInboxFilter(): [
  InboxFilter,
  (change: Partial<InboxFilter>) => void,
] {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (changed: Partial<InboxFilter>) =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changed)) {
            if (value) {
              after.set(name, value);
            } else {
              after.delete(name);
            }
          }
          return after;
        },
        { replace: true },
      ),
    [setParams],
  );
  const filter = {
    environment: params.get('environment') ?? '',
    service: params.get('service') ?? '',
  };
  return [filter, change];
}
