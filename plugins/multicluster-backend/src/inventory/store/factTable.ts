import { FleetFact } from '@fairway/backstage-plugin-multicluster-node';

/** Types of facts that a fleet facet states. */
export type FactType = FleetFact['type'];

/** Where facts of a type are kept, and the column that holds their key. */
export const factTable: Record<FactType, { table: string; key: string }> = {
  cluster: { table: 'inventory_cluster', key: 'name' },
  workload: { table: 'inventory_workload', key: 'key' },
  policy: { table: 'inventory_policy', key: 'key' },
  placement: { table: 'inventory_placement', key: 'key' },
};
