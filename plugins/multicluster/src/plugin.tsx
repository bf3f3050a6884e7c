import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import {
  ApprovalsClient,
  MulticlusterClient,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  approvalsApiRef,
  multiclusterApiRef,
} from '@fairway/backstage-plugin-multicluster-react';
import { entityExtensions } from './extensions/entity';
import { fleetExtensions } from './extensions/fleet';
import {
  deliveryContentLinkRef,
  deliveryContentRouteRef,
  entityContentLinkRef,
  entityContentRouteRef,
  rootLinkRef,
  rootRouteRef,
} from './routes';

const approvalsApi = ApiBlueprint.make({
  name: 'approvals',
  params: defineParams =>
    defineParams({
      api: approvalsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new ApprovalsClient({ discoveryApi, fetchApi }),
    }),
});

const multiclusterApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: multiclusterApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new MulticlusterClient({ discoveryApi, fetchApi }),
    }),
});

/**
 * The multicluster plugin for the new frontend system.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'multicluster',
  title: 'Fleet',
  info: { packageJson: () => import('../package.json') },
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
  extensions: [
    multiclusterApi,
    approvalsApi,
    ...entityExtensions,
    ...fleetExtensions,
  ],
});
