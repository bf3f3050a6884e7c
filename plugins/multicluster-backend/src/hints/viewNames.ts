/** The view that regions, clusters and environments belong to. */
export const FLEET_VIEW = 'fleet';

/** The view that every list of workloads belongs to. */
export const WORKLOADS_VIEW = 'workloads';

/** The topology of an entity. */
export function entityView(entityRef: string): string {
  return `entity:${entityRef}`;
}

/** A cluster with its impact. */
export function clusterView(controlPlane: string, name: string): string {
  return `cluster:${JSON.stringify([controlPlane, name])}`;
}

/** A workload. */
export function workloadView(id: string): string {
  return `workload:${id}`;
}
