import { FlatRoutes } from '@backstage/core-app-api';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  ApprovalsApi,
  MulticlusterApi,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  approvalsApiRef,
  multiclusterApiRef,
} from '@fairway/backstage-plugin-multicluster-react';
import { configure } from '@testing-library/react';
import { Route, useLocation } from 'react-router-dom';
import { fullCoverage } from '../../../__testUtils__/approvals/fullCoverage';
import { fakeApi } from '../../../__testUtils__/fakeApi';
import { MulticlusterPage } from '../../../legacy/fleet';

// Pages are loaded when they are first shown, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

/** Nothing waits for anybody. */
const approvals = fakeApi<ApprovalsApi>({
  listApprovals: async () => ({
    items: [],
    total: 0,
    mine: 0,
    revision: '0',
    coverage: fullCoverage,
  }),
  listStops: async () => ({ items: [], canStop: false }),
});

/** Shows where the router is, for tests of links. */
function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
}

/** Renders the fleet page of a made-up back end at a path. */
export async function renderPage(api: MulticlusterApi, path: string) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [multiclusterApiRef, api],
        [approvalsApiRef, approvals],
        [catalogApiRef, { getEntitiesByRefs: async () => ({ items: [] }) }],
      ]}
    >
      <Address />
      <FlatRoutes>
        <Route path="/multicluster" element={<MulticlusterPage />} />
      </FlatRoutes>
    </TestApiProvider>,
    {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      routeEntries: [path],
    },
  );
}
