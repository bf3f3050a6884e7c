import { createSubRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from './routes';

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

/** What waits for people, and the pages of requests. */
export const approvalsRouteRef = below('approvals', '/approvals');

/** Policies whose dispatch waits for people. */
export const lanesRouteRef = below('lanes', '/lanes');

/** Changes of content and on what ground they came. */
export const auditRouteRef = below('audit', '/audit');

/** The page of a run; takes `?stage=`. */
export const runRouteRef = below('run', '/runs/:id');
