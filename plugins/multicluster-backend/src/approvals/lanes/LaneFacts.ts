import {
  DerivedTarget,
  PlacementFact,
  PolicyFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { ClusterState } from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';
import { LaneRef } from './LaneRef';

/** What the inventory has of a lane. Nothing of it was read anew. */
export interface LaneFacts extends LaneRef {
  /** Absent: it was deleted. */
  policy?: PolicyFact;
  /** Everything the policy claims; once it is deleted, what it had claimed as last seen. */
  placements: PlacementFact[];
  workloads: LaneWorkload[];
  targets: LaneTarget[];
  /** Those that its targets belong to, in the order of promotion; what belongs to none is left out. */
  environments: string[];
  entities: RequestRecord['entities'];
}

/** A workload of a lane. */
export interface LaneWorkload {
  /** Row of `inventory_workload`. */
  rowId: number;
  /** In URLs. */
  id: string;
  kind: string;
  namespace: string;
  name: string;
  labels: Record<string, string>;
  /** Seconds a rollout may take. */
  progressDeadlineSeconds?: number;
}

/** A workload of a lane on a cluster, as it was derived. */
export interface LaneTarget {
  placementKey: string;
  cluster: string;
  clusterState: ClusterState;
  environment?: string;
  derived: DerivedTarget;
}
