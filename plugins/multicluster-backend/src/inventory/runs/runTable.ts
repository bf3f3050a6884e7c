import { RunsFact } from '@fairway/backstage-plugin-multicluster-node';

/** Types of facts that a runs facet states. */
export type RunsFactType = RunsFact['type'];

/** Where facts of a type are kept. Each has its key in the column `key`. */
export const runTable: Record<RunsFactType, string> = {
  agent: 'inventory_agent',
  pipeline: 'inventory_pipeline',
  run: 'inventory_run',
  gate: 'inventory_gate_fact',
};
