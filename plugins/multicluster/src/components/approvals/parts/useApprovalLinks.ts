import { useRouteRef } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { rootLinkRef } from '../../../routes';

/** Paths of the pages about approvals; undefined where the portal does not show the pages of this plugin. @internal */
export function useApprovalLinks() {
  const root = useRouteRef(rootLinkRef);
  return useMemo(() => {
    const below = (path: string) => root && `${root()}${path}`;
    return {
      inbox: () => below('/approvals'),
      request: (id: string) => below(`/approvals/${encodeURIComponent(id)}`),
      run: (id: string) => below(`/runs/${encodeURIComponent(id)}`),
      lanes: () => below('/lanes'),
      report: () => below('/audit'),
    };
  }, [root]);
}
