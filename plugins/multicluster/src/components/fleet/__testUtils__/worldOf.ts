import {
  ClusterState,
  ClusterSummary,
  PlacementState,
} from '@fairway/backstage-plugin-multicluster-common';

const regions = ['eu-west', 'eu-north', 'us-east', 'edge', 'ap-south'];

/** A moment that stays the same distance away, so that ages in pictures do not change. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

/** How the n-th cluster of a made-up fleet is: two in a hundred lost, a few others worth a look. */
export function stateOf(index: number): {
  state: ClusterState;
  worst: PlacementState;
  intermittent?: boolean;
} {
  switch (index % 50) {
    case 20:
      return { state: 'not-ready', worst: 'unhealthy' };
    case 13:
    case 33:
      return { state: 'ready', worst: 'rolling-out' };
    case 7:
      return { state: 'ready', worst: 'unhealthy' };
    case 28:
      return { state: 'ready', worst: 'suspended' };
    case 43:
      return { state: 'unreachable', worst: 'unknown', intermittent: true };
    case 47:
      return { state: 'never-reported', worst: 'unknown' };
    default:
      return { state: 'ready', worst: 'healthy' };
  }
}

/** A cluster of a made-up fleet; the same index is the same cluster. */
export function clusterOf(index: number): ClusterSummary {
  const { state, worst, intermittent } = stateOf(index);
  const share = ((index * 37) % 90) / 100 + 0.08;
  return {
    controlPlane: 'prod',
    name: `member${index + 1}`,
    state,
    reason: state === 'not-ready' ? 'ClusterNotReachable' : undefined,
    message:
      state === 'not-ready' ? 'dial tcp 10.0.4.7:6443: i/o timeout' : undefined,
    since: minutesAgo(state === 'ready' ? 60 * 24 * 9 : 3),
    kubernetesVersion: `v1.3${4 + (index % 3)}.1`,
    syncMode: index % 10 === 3 ? 'pull' : 'push',
    region: regions[Math.floor(index / 4) % regions.length],
    zones: [`zone-${index % 3}`],
    provider: 'metal',
    environment: index % 4 === 0 ? 'test' : 'production',
    taints:
      state === 'not-ready'
        ? [
            {
              key: 'cluster.karmada.io/not-ready',
              effect: 'NoSchedule',
              timeAdded: minutesAgo(3),
            },
            { key: 'cluster.karmada.io/not-ready', effect: 'NoExecute' },
          ]
        : [],
    nodes: { ready: 9, total: 9 + (index % 2) },
    capacity: {
      allocatable: { cpu: 64_000, memory: 256 * 1024 ** 3, pods: 1_100 },
      allocated: {
        cpu: 64_000 * share,
        memory: 256 * 1024 ** 3 * Math.min(1, share * 0.8),
        pods: Math.round(1_100 * share * 0.5),
      },
    },
    targets: {
      healthy: 290 - (index % 7),
      ...(worst !== 'healthy' && { [worst]: 1 + (index % 9) }),
    },
    intermittent,
  };
}
