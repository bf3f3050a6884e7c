import {
  EntityTopology,
  EntityWorkload,
  PlacementTarget,
} from '@fairway/backstage-plugin-multicluster-common';

const since = '2026-11-21T10:00:00.000Z';

function versions(version: string | undefined) {
  return version
    ? [
        {
          container: 'main',
          image: `registry.example.com/checkout:${version}`,
          version,
          digest: `sha256:${version}`,
        },
      ]
    : [];
}

/** A healthy, live target. */
export function target(
  cluster: string,
  version?: string,
  extra: Partial<PlacementTarget> = {},
): PlacementTarget {
  return {
    cluster,
    state: 'healthy',
    axes: { lifecycle: 'desired', delivery: 'applied', health: 'healthy' },
    replicas: { desired: 1, ready: 1 },
    versions: versions(version),
    versionKnowledge: 'known',
    since,
    freshness: { state: 'live' },
    ...extra,
  };
}

/** A confirmed workload on these targets; `version` is that of its template. */
export function workload(
  name: string,
  version: string | undefined,
  targets: PlacementTarget[],
  extra: Partial<EntityWorkload> = {},
): EntityWorkload {
  return {
    controlPlane: 'prod',
    group: 'apps',
    kind: version ? 'Deployment' : 'Service',
    namespace: 'shop',
    name,
    id: name,
    templatePresent: true,
    versions: versions(version),
    match: {
      rule: 'kubernetes-id',
      confirmed: true,
      reason: { code: 'c', params: {}, text: 'Because' },
    },
    placement: {
      summary: { state: 'converged', flags: [] },
      since,
      replicas: {},
      targets,
    },
    ...extra,
  };
}

/** The topology of an entity, read to the end. */
export function topologyOf(
  workloads: EntityWorkload[],
  extra: Partial<EntityTopology> = {},
): EntityTopology {
  return {
    entityRef: 'component:default/checkout',
    revision: JSON.stringify(workloads),
    coverage: { seen: 1, total: 1, stale: 0, problems: [] },
    workloads,
    match: {
      state: workloads.length > 0 ? 'matched' : 'none',
      suggestions: [],
    },
    ...extra,
  };
}
