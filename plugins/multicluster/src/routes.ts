import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The page of the plugin; the same ref serves both front-end systems. */
export const rootRouteRef = createRouteRef({ id: 'multicluster' });

function below<Path extends string>(name: string, path: Path) {
  const id = `multicluster.${name}`;
  return createSubRouteRef({ id, parent: rootRouteRef, path });
}

/** Regions and clusters; takes `?filter=`. */
export const fleetRouteRef = below('fleet', '/fleet');

/** The page of a cluster as one control plane sees it. */
export const clusterRouteRef = below(
  'cluster',
  '/fleet/clusters/:controlPlane/:name',
);

/** The list of workloads; takes `?filter=`. */
export const workloadsRouteRef = below('workloads', '/workloads');

/** The page of a workload, whoever owns it. */
export const workloadRouteRef = below('workload', '/workloads/:id');

/** How well the sources are read. */
export const sourcesRouteRef = below('sources', '/sources');

/** The list of pipelines; takes `?filter=`. */
export const pipelinesRouteRef = below('pipelines', '/pipelines');

/** The page of a run; takes `?stage=`. */
export const runRouteRef = below('run', '/runs/:id');

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
