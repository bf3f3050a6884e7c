import { ResourceCoordinates } from '../transport/resourcePath';

const apps = (resource: string): ResourceCoordinates => ({
  group: 'apps',
  version: 'v1',
  resource,
});

/** The resources of members that details read. @public */
export const memberResources = {
  pods: { group: '', version: 'v1', resource: 'pods' },
  events: { group: '', version: 'v1', resource: 'events' },
  jobs: { group: 'batch', version: 'v1', resource: 'jobs' },
} satisfies Record<string, ResourceCoordinates>;

/** Kinds that select pods by `spec.selector`, by group and kind. @public */
export const selectingResources: Readonly<Record<string, ResourceCoordinates>> =
  {
    'apps/Deployment': apps('deployments'),
    'apps/StatefulSet': apps('statefulsets'),
    'apps/DaemonSet': apps('daemonsets'),
    'apps/ReplicaSet': apps('replicasets'),
    'batch/Job': memberResources.jobs,
  };
