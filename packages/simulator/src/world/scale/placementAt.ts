import {
  CLUSTERS_PER_SERVICE,
  ScaleOptions,
  SERVICES,
  WORKLOADS_PER_SERVICE,
} from './ScaleOptions';

/** Name of the nth cluster. */
export function clusterName(n: number): string {
  return `cluster-${n}`;
}

/** What the nth Deployment is called, whose it is and where it runs. */
export interface ScalePlacement {
  namespace: string;
  name: string;
  /** Value of the label backstage.io/kubernetes-id. */
  service: string;
  clusters: string[];
}

/**
 * The nth placement. The first ones belong to services, see ScaleOptions; every other one runs on the first cluster and
 * one more, so that losing the first cluster touches them all.
 */
export function placementAt(
  n: number,
  { clusters }: ScaleOptions,
): ScalePlacement {
  const namespace = `team-${n % 50}`;
  const service = Math.floor(n / WORKLOADS_PER_SERVICE);
  if (service < SERVICES) {
    const part = 'abc'[n % WORKLOADS_PER_SERVICE];
    const count = Math.min(CLUSTERS_PER_SERVICE, clusters);
    return {
      namespace,
      name: `svc-${service}-${part}`,
      service: `svc-${service}`,
      clusters: Array.from({ length: count }, (_, i) =>
        clusterName((service + i) % clusters),
      ),
    };
  }
  const other = clusters > 1 ? 1 + (n % (clusters - 1)) : 0;
  return {
    namespace,
    name: `bulk-${n}`,
    service: `bulk-${n}`,
    clusters: [...new Set([clusterName(0), clusterName(other)])],
  };
}
