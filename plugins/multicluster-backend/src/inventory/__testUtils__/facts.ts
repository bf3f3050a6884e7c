import {
  ClusterFact,
  PlacementFact,
  PolicyFact,
  WorkloadFact,
  workloadKey,
} from '@fairway/backstage-plugin-multicluster-node';

/** Facts for tests, named by a number or a word. */
export const facts = {
  cluster(name: string, changes: Partial<ClusterFact> = {}): ClusterFact {
    return {
      type: 'cluster',
      key: name,
      name,
      state: 'ready',
      zones: [],
      labels: {},
      taints: [],
      ...changes,
    };
  },

  workload(name: string, changes: Partial<WorkloadFact> = {}): WorkloadFact {
    const identity = {
      group: 'apps',
      kind: 'Deployment',
      namespace: 'shop',
      name,
      ...changes,
    };
    return {
      type: 'workload',
      key: workloadKey(identity),
      version: 'v1',
      uid: `uid-${name}`,
      generation: 1,
      labels: {},
      images: [
        {
          container: 'app',
          image: 'registry.example.com/app:v1',
          version: 'v1',
        },
      ],
      imagesKnown: true,
      deleting: false,
      ...identity,
    };
  },

  policy(name: string, changes: Partial<PolicyFact> = {}): PolicyFact {
    return {
      type: 'policy',
      key: `OverridePolicy/shop/${name}`,
      kind: 'OverridePolicy',
      namespace: 'shop',
      name,
      role: 'override',
      deleting: false,
      native: {},
      ...changes,
    };
  },

  /** `native` is what {@link fakeFacet} derives from: the state of each cluster, and when to look again. */
  placement(
    name: string,
    native: {
      clusters?: Record<string, string>;
      summary?: string;
      recheckAfterMs?: number;
      fails?: boolean;
      since?: number;
    },
    changes: Partial<PlacementFact> = {},
  ): PlacementFact {
    const workload = {
      group: 'apps',
      version: 'v1',
      kind: 'Deployment',
      namespace: 'shop',
      name,
    };
    return {
      type: 'placement',
      key: `ResourceBinding/shop/${name}`,
      workloadKey: workloadKey(workload),
      workload,
      dependency: false,
      native,
      ...changes,
    };
  },
};
