import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

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
