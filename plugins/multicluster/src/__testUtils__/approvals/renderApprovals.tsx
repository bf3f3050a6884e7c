import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ApprovalsApi } from '@fairway/backstage-plugin-multicluster-common';
import { approvalsApiRef } from '@fairway/backstage-plugin-multicluster-react';
import { ReactElement } from 'react';
import { rootLinkRef, rootRouteRef } from '../../routes';
import { fakeApi } from '../fakeApi';

/**
 * Renders a part of the approvals over an API that answers what it is given. `linked`: the portal shows the pages of the plugin,
 * below `/linked`, so that there is something to link to.
 */
export async function renderApprovals(
  element: ReactElement,
  answers: Partial<ApprovalsApi>,
  path = '/',
  linked = false,
) {
  return renderInTestApp(
    <TestApiProvider apis={[[approvalsApiRef, fakeApi<ApprovalsApi>(answers)]]}>
      {element}
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/multicluster': rootRouteRef,
        ...(linked && { '/linked': rootLinkRef }),
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}
