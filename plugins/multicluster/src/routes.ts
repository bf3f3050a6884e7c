import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The page of the plugin; the same ref serves both front-end systems. */
export const rootRouteRef = createRouteRef({ id: 'multicluster' });

/** The tab of an entity that shows its workloads by cluster. */
export const entityContentRouteRef = createRouteRef({
  id: 'multicluster:entity-content',
});

/**
 * The same tab as the cards link to it. Optional: a portal may show the cards without the tab, and a link to a route that
 * is not mounted would take the card down.
 */
export const entityContentLinkRef = createExternalRouteRef({
  id: 'multicluster:entity-content-link',
  optional: true,
  defaultTarget: 'multicluster.entityContent',
});

/** The tab of an entity that shows its promotion and its runs. */
export const deliveryContentRouteRef = createRouteRef({
  id: 'multicluster:delivery-content',
});

/** The same tab as the card links to it. Optional for the same reason. */
export const deliveryContentLinkRef = createExternalRouteRef({
  id: 'multicluster:delivery-content-link',
  optional: true,
  defaultTarget: 'multicluster.deliveryContent',
});

/** The page of the plugin as cards on other pages link to it. Optional for the same reason. */
export const rootLinkRef = createExternalRouteRef({
  id: 'multicluster:root-link',
  optional: true,
  defaultTarget: 'multicluster.root',
});
