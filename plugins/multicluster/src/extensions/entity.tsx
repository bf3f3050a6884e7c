import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { deliveryFilter, entityFilter } from '../entityFilter';
import { deliveryContentRouteRef, entityContentRouteRef } from '../routes';

const whereItRunsCard = EntityCardBlueprint.make({
  name: 'where-it-runs',
  params: {
    type: 'content',
    filter: entityFilter,
    loader: () =>
      import('../components/entity/WhereItRunsCard').then(m => (
        <m.WhereItRunsCard />
      )),
  },
});

const clustersContent = EntityContentBlueprint.make({
  params: {
    path: '/clusters',
    title: 'Clusters',
    group: 'deployment',
    icon: 'cloud',
    routeRef: entityContentRouteRef,
    filter: entityFilter,
    loader: () =>
      import('../components/entity/ClustersContent').then(m => (
        <m.ClustersContent />
      )),
  },
});

const deliveryCard = EntityCardBlueprint.make({
  name: 'delivery',
  params: {
    type: 'content',
    filter: deliveryFilter,
    loader: () =>
      import('../components/delivery/DeliveryCard').then(m => (
        <m.DeliveryCard />
      )),
  },
});

const approvalsCard = EntityCardBlueprint.make({
  name: 'approvals',
  params: {
    type: 'content',
    filter: entityFilter,
    loader: () =>
      import('../components/approvals/entity/ApprovalsCard').then(m => (
        <m.ApprovalsCard />
      )),
  },
});

const deliveryContent = EntityContentBlueprint.make({
  name: 'delivery',
  params: {
    path: '/delivery',
    title: 'Delivery',
    // Two of one group would hide behind a menu.
    group: 'development',
    icon: 'cloud',
    routeRef: deliveryContentRouteRef,
    filter: deliveryFilter,
    loader: () =>
      import('../components/delivery/pages').then(m => <m.DeliveryContent />),
  },
});

/** What the pages of entities get. @internal */
export const entityExtensions = [
  whereItRunsCard,
  approvalsCard,
  deliveryCard,
  clustersContent,
  deliveryContent,
];
