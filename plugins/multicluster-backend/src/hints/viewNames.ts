/** The view that regions, clusters and environments belong to. */
export const FLEET_VIEW = 'fleet';

/** The view that every list of workloads belongs to. */
export const WORKLOADS_VIEW = 'workloads';

/** The view that every list of runs and of pipelines belongs to. */
export const RUNS_VIEW = 'runs';

/** What is known of an entity: its topology, its runs and its promotion. */
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

/** A run. */
export function runView(id: string): string {
  return `run:${id}`;
}

/** The view that every list of requests for approval belongs to, and the list of stops. */
export const APPROVALS_VIEW = 'approvals';

/** The view that lists of lanes belong to. */
export const LANES_VIEW = 'lanes';

/** A request for approval. */
export function approvalView(id: string): string {
  return `approval:${id}`;
}
