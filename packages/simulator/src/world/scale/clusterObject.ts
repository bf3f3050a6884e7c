import type { KubeObject } from '../../apiserver/ObjectStore';
import { clusterName } from './placementAt';

const CREATED = '2026-01-01T00:00:00Z';

/** Kinds a member serves: what makes a real Cluster object as heavy as it is. */
const apiEnablements = [
  ['apps/v1', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'],
  ['batch/v1', 'Job', 'CronJob'],
  ['v1', 'Pod', 'Service', 'ConfigMap', 'Secret', 'ServiceAccount'],
].map(([groupVersion, ...kinds]) => ({
  groupVersion,
  resources: kinds.map(kind => ({ name: `${kind.toLowerCase()}s`, kind })),
}));

/** The nth cluster, ready or lost, as Karmada reports it. */
export function clusterObject(
  n: number,
  ready: boolean,
  at: string,
): KubeObject {
  const name = clusterName(n);
  return {
    apiVersion: 'cluster.karmada.io/v1alpha1',
    kind: 'Cluster',
    metadata: {
      name,
      creationTimestamp: CREATED,
      finalizers: ['karmada.io/cluster-controller'],
      labels: { tier: 'prod' },
    },
    spec: {
      id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      syncMode: 'Push',
      apiEndpoint: `https://${name}.example:6443`,
      provider: 'aws',
      region: `region-${n % 5}`,
      zones: [`region-${n % 5}-${'abc'[n % 3]}`],
    },
    status: {
      kubernetesVersion: 'v1.36.2',
      apiEnablements,
      conditions: [
        ready
          ? {
              type: 'Ready',
              status: 'True',
              reason: 'ClusterReady',
              message: 'cluster is healthy and ready to accept workloads',
              lastTransitionTime: at,
            }
          : {
              type: 'Ready',
              status: 'False',
              reason: 'ClusterNotReachable',
              message: 'cluster is not reachable',
              lastTransitionTime: at,
            },
      ],
      nodeSummary: { totalNum: 10, readyNum: 10 },
      resourceSummary: {
        allocatable: { cpu: '160', memory: '640Gi', pods: '1100' },
        allocated: { cpu: '80', memory: '320Gi', pods: '600' },
      },
    },
  };
}
