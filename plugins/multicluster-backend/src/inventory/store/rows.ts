/** Rows of the inventory as they are read and written. Times are milliseconds since the epoch. */

/** A row of `inventory_cluster`. */
export interface ClusterRow {
  id: number;
  name: string;
  present: boolean;
  cluster_uid: string | null;
  state: string;
  state_since: number;
  region: string | null;
  fact: string | null;
  fact_hash: string | null;
  lane_id: number | null;
}

/** A row of `inventory_workload`. */
export interface WorkloadRow {
  id: number;
  hash: string;
  key: string;
  api_group: string;
  api_version: string;
  kind: string;
  namespace: string;
  name: string;
  present: boolean;
  uid: string | null;
  generation: number | null;
  kubernetes_id: string | null;
  policy_id: string | null;
  fact: string | null;
  fact_hash: string | null;
  lane_id: number | null;
}

/** A row of `inventory_policy`. */
export interface PolicyRow {
  id: number;
  key: string;
  kind: string;
  namespace: string;
  name: string;
  policy_id: string | null;
  role: string;
  fact: string;
  fact_hash: string;
  lane_id: number | null;
}

/** A row of `inventory_placement`. */
export interface PlacementRow {
  id: number;
  key: string;
  workload_id: number;
  dependency: boolean;
  policy_id: string | null;
  fact: string;
  fact_hash: string;
  state: string;
  state_since: number;
  derived: string;
  recheck_at: number | null;
  lane_id: number | null;
}

/** A row of `inventory_target`, with the name of its cluster. */
export interface TargetRow {
  placement_id: number;
  cluster_id: number;
  cluster: string;
  state: string;
  state_since: number;
  derived: string;
}

/** What tells whether a fact has to be written. */
export interface StoredFact {
  id: number;
  key: string;
  fact_hash: string | null;
  lane_id: number | null;
}
