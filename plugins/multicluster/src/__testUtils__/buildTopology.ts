import {
  Coverage,
  EntityTopology,
  EntityWorkload,
} from '@fairway/backstage-plugin-multicluster-common';

/** What the back end answers for an entity with the workloads given, all of it read and live unless told. */
export function buildTopology(
  workloads: EntityWorkload[],
  options: Partial<Omit<EntityTopology, 'coverage'>> & {
    coverage?: Partial<Coverage>;
  } = {},
): EntityTopology {
  const { coverage, ...rest } = options;
  const clusters = new Set(
    workloads.flatMap(workload =>
      (workload.placement?.targets ?? []).map(target => target.cluster),
    ),
  );
  return {
    entityRef: 'component:default/checkout',
    observedAt: new Date().toISOString(),
    revision: 'r1',
    coverage: {
      seen: clusters.size,
      total: clusters.size,
      stale: 0,
      problems: [],
      ...coverage,
    },
    workloads,
    match: { state: 'matched', suggestions: [] },
    ...rest,
  };
}
