import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The page of the plugin; the same ref serves both front-end systems. */
export const rootRouteRef = createRouteRef({ id: 'multicluster' });

/** The page of a cluster as one control plane sees it. */
export const clusterRouteRef = createSubRouteRef({
  id: 'multicluster.cluster',
  parent: rootRouteRef,
  path: '/fleet/clusters/:controlPlane/:name',
});

/** The list of workloads; takes `?filter=`. */
export const workloadsRouteRef = createSubRouteRef({
  id: 'multicluster.workloads',
  parent: rootRouteRef,
  path: '/workloads',
});

/** The page of a workload, whoever owns it. */
export const workloadRouteRef = createSubRouteRef({
  id: 'multicluster.workload',
  parent: rootRouteRef,
  path: '/workloads/:id',
});

/** How well the sources are read. */
export const sourcesRouteRef = createSubRouteRef({
  id: 'multicluster.sources',
  parent: rootRouteRef,
  path: '/sources',
});

/** Regions and clusters; takes `?filter=`. */
export const fleetRouteRef = createSubRouteRef({
  id: 'multicluster.fleet',
  parent: rootRouteRef,
  path: '/fleet',
});

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

/** The page of the plugin as cards on other pages link to it. Optional for the same reason. */
export const rootLinkRef = createExternalRouteRef({
  id: 'multicluster:root-link',
  optional: true,
  defaultTarget: 'multicluster.root',
});
