import { workloadHash } from '../inventory/workloadHash';
import { Knex } from 'knex';
import {
  ClusterState,
  PlacementSummary,
  placementState,
  ReplicaCounts,
  TargetAxes,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  ClusterFact,
  DerivedTarget,
  PlacementFact,
  PolicyFact,
  WorkloadFact,
  workloadKey,
} from '@fairway/backstage-plugin-multicluster-node';

/** A small world for the tests of views, as an inventory would have written it. */
export interface Seed {
  source?: string;
  clusters?: Array<Partial<ClusterFact> & { name: string; uid?: string }>;
  policies?: PolicyFact[];
  workloads?: SeedWorkload[];
}

export interface SeedWorkload extends Partial<WorkloadFact> {
  name: string;
  /** Set: placed, with these targets. */
  placed?: {
    summary?: PlacementSummary;
    dependency?: boolean;
    replicas?: ReplicaCounts;
    targets: SeedTarget[];
  };
}

export interface SeedTarget extends Partial<Omit<DerivedTarget, 'axes'>> {
  cluster: string;
  axes?: Partial<TargetAxes>;
}

export const SEED_TIME = Date.parse('2026-11-20T10:00:00Z');

/** Writes the rows of a {@link Seed}; everything was heard of just now. */
export async function seedInventory(knex: Knex, seed: Seed): Promise<void> {
  const source = seed.source ?? 'prod';
  await knex('inventory_source')
    .insert({ name: source, type: 'karmada', revision: 1 })
    .onConflict('name')
    .merge();
  const { id: sourceId } = await knex('inventory_source')
    .where({ name: source })
    .first('id');
  const lane = (name: string) =>
    insert(knex, 'inventory_lane', {
      source_id: sourceId,
      facet: 'fleet',
      name,
      subject: name,
      checkpoint: '1',
      swept_at: SEED_TIME,
      contact_at: Date.now(),
    });
  const clusterLane = await lane('Clusters');
  const bindingLane = await lane('ResourceBindings');
  const clusters = new Map<string, number>();
  for (const cluster of seed.clusters ?? []) {
    clusters.set(
      cluster.name,
      await seedCluster(knex, sourceId, clusterLane, cluster),
    );
  }
  for (const policy of seed.policies ?? []) {
    await insert(knex, 'inventory_policy', {
      source_id: sourceId,
      key: policy.key,
      kind: policy.kind,
      namespace: policy.namespace,
      name: policy.name,
      policy_id: policy.policyId ?? null,
      role: policy.role,
      fact: JSON.stringify(policy),
      fact_hash: policy.key,
      revision: 1,
    });
  }
  for (const workload of seed.workloads ?? []) {
    await seedWorkload(knex, {
      source,
      sourceId,
      bindingLane,
      clusters,
      workload,
    });
  }
}

async function seedCluster(
  knex: Knex,
  sourceId: number,
  laneId: number,
  cluster: Partial<ClusterFact> & { name: string },
): Promise<number> {
  const state: ClusterState = cluster.state ?? 'ready';
  const fact: ClusterFact = {
    type: 'cluster',
    key: cluster.name,
    zones: [],
    labels: {},
    taints: [],
    state,
    ...cluster,
  };
  return insert(knex, 'inventory_cluster', {
    source_id: sourceId,
    name: cluster.name,
    present: true,
    cluster_uid: cluster.clusterUid ?? null,
    state,
    state_since: SEED_TIME,
    region: cluster.region ?? null,
    fact: JSON.stringify(fact),
    fact_hash: 'x',
    lane_id: laneId,
    revision: 1,
  });
}

/** The fact of a seeded workload. */
export function seedWorkloadFact(workload: SeedWorkload): WorkloadFact {
  const { placed, ...given } = workload;
  const identity = {
    group: 'apps',
    kind: 'Deployment',
    namespace: 'default',
    ...given,
  };
  return {
    type: 'workload',
    key: workloadKey(identity),
    version: 'v1',
    uid: `uid-${workload.name}`,
    generation: 1,
    labels: {},
    images: [
      { container: 'app', image: 'registry/app:v1.0.0', version: 'v1.0.0' },
    ],
    imagesKnown: true,
    deleting: false,
    ...identity,
  };
}

async function seedWorkload(
  knex: Knex,
  options: {
    source: string;
    sourceId: number;
    bindingLane: number;
    clusters: Map<string, number>;
    workload: SeedWorkload;
  },
): Promise<void> {
  const { source, sourceId, bindingLane, clusters, workload } = options;
  const fact = seedWorkloadFact(workload);
  const workloadId = await insert(knex, 'inventory_workload', {
    hash: workloadHash({ ...fact, controlPlane: source }),
    source_id: sourceId,
    key: fact.key,
    api_group: fact.group,
    api_version: fact.version,
    kind: fact.kind,
    namespace: fact.namespace,
    name: fact.name,
    present: true,
    uid: fact.uid,
    generation: fact.generation ?? null,
    kubernetes_id: fact.labels['backstage.io/kubernetes-id'] ?? null,
    policy_id: fact.policyId ?? null,
    fact: JSON.stringify(fact),
    fact_hash: 'x',
    lane_id: bindingLane,
    revision: 1,
  });
  if (!workload.placed) {
    return;
  }
  const { targets, ...derived } = workload.placed;
  const placement: PlacementFact = {
    type: 'placement',
    key: `${fact.namespace}/${fact.name}-${fact.kind.toLowerCase()}`,
    workloadKey: fact.key,
    workload: fact,
    dependency: derived.dependency ?? false,
    ...(fact.policyId && { policyId: fact.policyId }),
    ...(fact.policy && { policy: fact.policy }),
    native: {},
  };
  const summary = derived.summary ?? { state: 'converged', flags: [] };
  const placementId = await insert(knex, 'inventory_placement', {
    source_id: sourceId,
    key: placement.key,
    workload_id: workloadId,
    dependency: placement.dependency,
    policy_id: placement.policyId ?? null,
    fact: JSON.stringify(placement),
    fact_hash: 'x',
    state: summary.state,
    state_since: SEED_TIME,
    derived: JSON.stringify({ summary, replicas: derived.replicas ?? {} }),
    lane_id: bindingLane,
    revision: 1,
  });
  for (const target of targets) {
    const axes: TargetAxes = {
      lifecycle: 'desired',
      delivery: 'applied',
      health: 'healthy',
      ...target.axes,
    };
    await knex('inventory_target').insert({
      placement_id: placementId,
      cluster_id: clusters.get(target.cluster),
      state: placementState(axes),
      state_since: SEED_TIME,
      derived: JSON.stringify({
        replicas: { desired: 1, ready: 1 },
        versions: fact.images,
        versionKnowledge: 'known',
        ...target,
        axes,
      }),
    });
  }
}

async function insert(knex: Knex, table: string, row: object): Promise<number> {
  const [inserted] = await knex(table).insert(row).returning('id');
  return inserted.id;
}
