import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ApprovalsApi } from '@fairway/backstage-plugin-multicluster-common';
import { approvalsApiRef } from '@fairway/backstage-plugin-multicluster-react';
import { ReactElement } from 'react';
import { rootRouteRef } from '../../routes';
import { fakeApi } from '../fakeApi';

/** Renders a part of the approvals over an API that answers what it is given. */
export async function renderApprovals(
  element: ReactElement,
  answers: Partial<ApprovalsApi>,
  path = '/',
) {
  return renderInTestApp(
    <TestApiProvider apis={[[approvalsApiRef, fakeApi<ApprovalsApi>(answers)]]}>
      {element}
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/multicluster': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}
