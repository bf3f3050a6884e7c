import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The stage in the address of the page, so that a link leads to it; undefined: whichever says most. @internal */
export function useStageParam(): [string | undefined, (id: string) => void] {
  const [params, setParams] = useSearchParams();
  const choose = useCallback(
    (id: string) =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          after.set('stage', id);
          return after;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [params.get('stage') ?? undefined, choose];
}
