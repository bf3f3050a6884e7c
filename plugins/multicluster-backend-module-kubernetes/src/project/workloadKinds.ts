import { WorkloadKind } from './WorkloadKind';

const apps = (kind: string, resource: string): WorkloadKind => ({
  group: 'apps',
  version: 'v1',
  kind,
  resource,
});
const batch = (kind: string, resource: string): WorkloadKind => ({
  group: 'batch',
  version: 'v1',
  kind,
  resource,
});

/** What is observed of every cluster. Every version of Kubernetes since 1.21 serves them all. @internal */
export const workloadKinds: readonly WorkloadKind[] = [
  apps('Deployment', 'deployments'),
  apps('StatefulSet', 'statefulsets'),
  apps('DaemonSet', 'daemonsets'),
  batch('Job', 'jobs'),
  batch('CronJob', 'cronjobs'),
];
