import { useRouteRef } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { rootLinkRef } from '../../../routes';

/**
 * Paths of the pages of runs, and of a stage on them; for components on any page. Undefined where the portal does not show
 * the pages of this plugin.
 */
export function useRunLink(): (
  id: string,
  stageId?: string,
) => string | undefined {
  const root = useRouteRef(rootLinkRef);
  return useCallback(
    (id, stageId) => {
      const path = root && `${root()}/runs/${encodeURIComponent(id)}`;
      return path && stageId
        ? `${path}?${new URLSearchParams({ stage: stageId })}`
        : path;
    },
    [root],
  );
}
