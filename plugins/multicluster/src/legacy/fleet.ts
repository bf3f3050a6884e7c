import {
  createComponentExtension,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { rootRouteRef } from '../routes';
import { multiclusterPlugin } from './plugin';

/**
 * The fleet page: clusters, workloads, sources. To be mounted at `/multicluster`.
 *
 * @public
 */
export const MulticlusterPage = multiclusterPlugin.provide(
  createRoutableExtension({
    name: 'MulticlusterPage',
    mountPoint: rootRouteRef,
    component: () =>
      import('../components/fleet/LegacyFleetPage').then(
        m => m.LegacyFleetPage,
      ),
  }),
);

/**
 * What is wrong in a system; for the page of a System.
 *
 * @public
 */
export const EntityMulticlusterSystemCard = multiclusterPlugin.provide(
  createComponentExtension({
    name: 'EntityMulticlusterSystemCard',
    component: {
      lazy: () =>
        import('../components/overview/SystemTroubleCard').then(
          m => m.SystemTroubleCard,
        ),
    },
  }),
);

/**
 * What is wrong among what a group owns; for the page of a Group.
 *
 * @public
 */
export const EntityMulticlusterGroupCard = multiclusterPlugin.provide(
  createComponentExtension({
    name: 'EntityMulticlusterGroupCard',
    component: {
      lazy: () =>
        import('../components/overview/GroupTroubleCard').then(
          m => m.GroupTroubleCard,
        ),
    },
  }),
);

/**
 * What is wrong among what the reader owns; for the home page.
 *
 * @public
 */
export const HomePageMulticlusterCard = multiclusterPlugin.provide(
  createCardExtension({
    name: 'HomePageMulticlusterCard',
    description: 'What is wrong among the workloads I own, on any cluster',
    components: () =>
      import('../components/overview/HomeTroubleContent').then(m => ({
        Content: m.HomeTroubleContent,
      })),
  }),
);
