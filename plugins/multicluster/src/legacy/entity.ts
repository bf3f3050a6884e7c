import { Entity } from '@backstage/catalog-model';
import {
  createComponentExtension,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { deliveryAnnotations, matchingAnnotations } from '../entityFilter';
import { deliveryContentRouteRef, entityContentRouteRef } from '../routes';
import { multiclusterPlugin } from './plugin';

/**
 * Whether an entity says how to find its workloads; for `EntitySwitch.Case` and `EntityLayout.Route`.
 *
 * @public
 */
export function isMulticlusterAvailable(entity: Entity): boolean {
  return matchingAnnotations.some(
    annotation => entity.metadata.annotations?.[annotation],
  );
}

/**
 * Whether an entity says how to find its pipelines, or the workloads that lead to them; for `EntitySwitch.Case` and
 * `EntityLayout.Route`.
 *
 * @public
 */
export function isMulticlusterDeliveryAvailable(entity: Entity): boolean {
  return deliveryAnnotations.some(
    annotation => entity.metadata.annotations?.[annotation],
  );
}

/**
 * The card "Delivery".
 *
 * @public
 */
export const EntityMulticlusterDeliveryCard = multiclusterPlugin.provide(
  createComponentExtension({
    name: 'EntityMulticlusterDeliveryCard',
    component: {
      lazy: () =>
        import('../components/delivery/DeliveryCard').then(m => m.DeliveryCard),
    },
  }),
);

/**
 * What waits for people before the entity is delivered. Nothing while nothing waits.
 *
 * @public
 */
export const EntityMulticlusterApprovalsCard = multiclusterPlugin.provide(
  createComponentExtension({
    name: 'EntityMulticlusterApprovalsCard',
    component: {
      lazy: () =>
        import('../components/approvals/entity/ApprovalsCard').then(
          m => m.ApprovalsCard,
        ),
    },
  }),
);

/**
 * The card "Where it runs".
 *
 * @public
 */
export const EntityMulticlusterCard = multiclusterPlugin.provide(
  createComponentExtension({
    name: 'EntityMulticlusterCard',
    component: {
      lazy: () =>
        import('../components/entity/WhereItRunsCard').then(
          m => m.WhereItRunsCard,
        ),
    },
  }),
);

/**
 * The tab with the workloads of an entity by cluster.
 *
 * @public
 */
export const EntityMulticlusterContent = multiclusterPlugin.provide(
  createRoutableExtension({
    name: 'EntityMulticlusterContent',
    mountPoint: entityContentRouteRef,
    component: () =>
      import('../components/entity/ClustersContent').then(
        m => m.ClustersContent,
      ),
  }),
);

/**
 * The tab with the promotion of an entity and the history of its runs.
 *
 * @public
 */
export const EntityMulticlusterDeliveryContent = multiclusterPlugin.provide(
  createRoutableExtension({
    name: 'EntityMulticlusterDeliveryContent',
    mountPoint: deliveryContentRouteRef,
    component: () =>
      import('../components/delivery/pages').then(m => m.DeliveryContent),
  }),
);
