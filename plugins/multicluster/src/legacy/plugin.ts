import {
  createApiFactory,
  createPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  ApprovalsClient,
  MulticlusterClient,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  approvalsApiRef,
  multiclusterApiRef,
} from '@fairway/backstage-plugin-multicluster-react';
import {
  deliveryContentLinkRef,
  deliveryContentRouteRef,
  entityContentLinkRef,
  entityContentRouteRef,
  rootLinkRef,
  rootRouteRef,
} from '../routes';

/**
 * The multicluster plugin for the classic frontend system.
 *
 * @public
 */
export const multiclusterPlugin = createPlugin({
  id: 'multicluster',
  routes: {
    root: rootRouteRef,
    entityContent: entityContentRouteRef,
    deliveryContent: deliveryContentRouteRef,
  },
  externalRoutes: {
    entityContentLink: entityContentLinkRef,
    deliveryContentLink: deliveryContentLinkRef,
    rootLink: rootLinkRef,
  },
  apis: [
    createApiFactory({
      api: approvalsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new ApprovalsClient({ discoveryApi, fetchApi }),
    }),
    createApiFactory({
      api: multiclusterApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new MulticlusterClient({ discoveryApi, fetchApi }),
    }),
  ],
});
