import { Columns } from '../sql/Columns';

/** Columns that are written in bulk, by table. */
export const clusterColumns: Columns = {
  source_id: 'integer',
  name: 'text',
  present: 'boolean',
  cluster_uid: 'text',
  state: 'text',
  state_since: 'bigint',
  region: 'text',
  fact: 'json',
  fact_hash: 'text',
  lane_id: 'integer',
  revision: 'bigint',
};

/** {@inheritDoc clusterColumns} */
export const workloadColumns: Columns = {
  source_id: 'integer',
  hash: 'text',
  key: 'text',
  api_group: 'text',
  api_version: 'text',
  kind: 'text',
  namespace: 'text',
  name: 'text',
  present: 'boolean',
  uid: 'text',
  generation: 'bigint',
  kubernetes_id: 'text',
  policy_id: 'text',
  fact: 'json',
  fact_hash: 'text',
  lane_id: 'integer',
  revision: 'bigint',
};

/** {@inheritDoc clusterColumns} */
export const policyColumns: Columns = {
  source_id: 'integer',
  key: 'text',
  kind: 'text',
  namespace: 'text',
  name: 'text',
  policy_id: 'text',
  role: 'text',
  fact: 'json',
  fact_hash: 'text',
  lane_id: 'integer',
  revision: 'bigint',
};

/** {@inheritDoc clusterColumns} */
export const placementColumns: Columns = {
  source_id: 'integer',
  key: 'text',
  workload_id: 'integer',
  dependency: 'boolean',
  policy_id: 'text',
  fact: 'json',
  fact_hash: 'text',
  state: 'text',
  state_since: 'bigint',
  derived: 'json',
  recheck_at: 'bigint',
  lane_id: 'integer',
  revision: 'bigint',
};

/** What of a placement is written when its fact is as it was. */
export const derivedColumns: Columns = {
  id: 'integer',
  state: 'text',
  state_since: 'bigint',
  derived: 'json',
  recheck_at: 'bigint',
  revision: 'bigint',
};

/** What of a placement is written when only the time of its next derivation differs. */
export const recheckColumns: Columns = { id: 'integer', recheck_at: 'bigint' };

/** {@inheritDoc clusterColumns} */
export const targetColumns: Columns = {
  placement_id: 'integer',
  cluster_id: 'integer',
  state: 'text',
  state_since: 'bigint',
  derived: 'json',
};

/** {@inheritDoc clusterColumns} */
export const transitionColumns: Columns = {
  source_id: 'integer',
  subject_type: 'text',
  subject_id: 'integer',
  subject: 'text',
  field: 'text',
  from_value: 'text',
  to_value: 'text',
  at: 'bigint',
  cause: 'text',
  version: 'text',
};

/** {@inheritDoc clusterColumns} */
export const imagesColumns: Columns = {
  workload_id: 'integer',
  uid: 'text',
  generation: 'bigint',
  images: 'json',
  settings: 'text',
};
