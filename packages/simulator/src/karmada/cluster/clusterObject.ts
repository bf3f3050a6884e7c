import type { Cluster } from '../model/Cluster';

/** What is known of a member before it joins. */
export interface ClusterSpec {
  name: string;
  syncMode?: 'Push' | 'Pull';
  provider?: string;
  region?: string;
  zones?: string[];
  labels?: Record<string, string>;
}

const GRADES: Array<[cpu: number, memory: string]> = [
  [0, '0'],
  [1, '4Gi'],
  [2, '16Gi'],
  [4, '32Gi'],
  [8, '64Gi'],
  [16, '128Gi'],
  [32, '256Gi'],
  [64, '512Gi'],
  [128, '1Ti'],
];
const ENDLESS = '9223372036854775807';

/** The models by which Karmada sorts nodes of a member. */
const resourceModels = GRADES.map(([cpu, memory], grade) => {
  const [nextCpu, nextMemory] = GRADES[grade + 1] ?? [ENDLESS, ENDLESS];
  return {
    grade,
    ranges: [
      { name: 'cpu', min: `${cpu}`, max: `${nextCpu}` },
      { name: 'memory', min: memory, max: nextMemory },
    ],
  };
});

/** A Cluster as joining creates it. */
export function clusterObject(
  spec: ClusterSpec,
  given: { id: string; address: string },
): Cluster {
  const { name, provider, region, zones, labels } = spec;
  return {
    apiVersion: 'cluster.karmada.io/v1alpha1',
    kind: 'Cluster',
    metadata: { name, ...(labels && { labels }) },
    spec: {
      id: given.id,
      syncMode: spec.syncMode ?? 'Push',
      apiEndpoint: `https://${given.address}`,
      secretRef: { namespace: 'karmada-cluster', name },
      impersonatorSecretRef: {
        namespace: 'karmada-cluster',
        name: `${name}-impersonator`,
      },
      ...(provider && { provider }),
      ...(region && { region }),
      ...(zones && { zones }),
      resourceModels,
    },
    status: {},
  };
}
