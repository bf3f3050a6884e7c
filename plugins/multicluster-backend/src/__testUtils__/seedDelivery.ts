import {
  AgentFact,
  DerivedRun,
  gatesOf,
  PipelineFact,
  RunFact,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  isRunOver,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { SEED_TIME } from './seedInventory';

/** Pipelines and runs of a small world, as an inventory would have written them. Hashes are keys, to be read in tests. */
export interface DeliverySeed {
  source?: string;
  agents?: Array<Partial<AgentFact> & { key: string }>;
  pipelines?: Array<Partial<PipelineFact> & { key: string }>;
  /** Oldest first: each was created a minute after the one before, unless it says when. */
  runs?: SeedRun[];
  /** Values of the mark of a tool on workloads, by name of the workload. */
  marks?: Record<string, string>;
}

/** {@inheritDoc DeliverySeed} */
export interface SeedRun extends Partial<RunFact> {
  key: string;
  pipelineKey: string;
  derived?: Partial<DerivedRun>;
}

/** Annotation that the seeded tool writes on what it applies. */
export const SEED_MARK = 'tool.dev/application';

/** Writes the rows of a {@link DeliverySeed}; everything was heard of just now. */
export async function seedDelivery(
  knex: Knex,
  seed: DeliverySeed,
): Promise<void> {
  const name = seed.source ?? 'tool';
  await knex('inventory_source')
    .insert({ name, type: 'tool', revision: 1 })
    .onConflict('name')
    .merge();
  const { id: sourceId } = await knex('inventory_source')
    .where({ name })
    .first('id');
  const laneId = await insert(knex, 'inventory_lane', {
    source_id: sourceId,
    facet: 'runs',
    name: 'runs',
    subject: 'Runs',
    checkpoint: '1',
    swept_at: SEED_TIME,
    contact_at: Date.now(),
  });
  const row = { source_id: sourceId, lane_id: laneId, revision: 1 };
  for (const agent of seed.agents ?? []) {
    const fact = { type: 'agent', name: agent.key, state: 'online', ...agent };
    await insert(knex, 'inventory_agent', {
      ...row,
      key: fact.key,
      name: fact.name,
      state: fact.state,
      state_since: SEED_TIME,
      fact: JSON.stringify({ disabled: false, ...fact }),
      fact_hash: 'x',
    });
  }
  const pipelines = new Map<string, number>();
  for (const pipeline of seed.pipelines ?? []) {
    const fact = toPipelineFact(pipeline);
    const id = await insert(knex, 'inventory_pipeline', {
      ...row,
      hash: fact.key,
      key: fact.key,
      name: fact.name,
      agent_key: fact.agentKey ?? null,
      present: !fact.deleted,
      fact: JSON.stringify(fact),
      fact_hash: 'x',
    });
    pipelines.set(fact.key, id);
  }
  for (const [index, run] of (seed.runs ?? []).entries()) {
    const at = SEED_TIME + index * 60_000;
    await seedRun(knex, row, pipelines.get(run.pipelineKey) ?? 0, run, at);
  }
  for (const [workload, value] of Object.entries(seed.marks ?? {})) {
    const { id } = await knex('inventory_workload')
      .where({ name: workload })
      .first('id');
    await knex('inventory_workload_mark').insert({
      workload_id: id,
      annotation: SEED_MARK,
      value,
    });
  }
}

function toPipelineFact(
  pipeline: Partial<PipelineFact> & { key: string },
): PipelineFact {
  return {
    type: 'pipeline',
    name: pipeline.key,
    labels: {},
    deployTargets: ['prod'],
    sync: { status: 'synced' },
    disabled: false,
    deleted: false,
    native: {},
    ...pipeline,
  };
}

async function seedRun(
  knex: Knex,
  row: object,
  pipelineId: number,
  run: SeedRun,
  at: number,
): Promise<void> {
  const { derived: given, ...partial } = run;
  const derived: DerivedRun = {
    status: 'succeeded',
    nativeStatus: 'SUCCESS',
    sentence: sentence('run.succeeded'),
    stages: [],
    notes: [],
    ...given,
  };
  const over = isRunOver(derived.status);
  const fact: RunFact = {
    type: 'run',
    pipelineName: run.pipelineKey,
    createdAt: new Date(at).toISOString(),
    trigger: { kind: 'commit' },
    artifacts: [],
    active: !over,
    native: {},
    ...partial,
  };
  const runId = await insert(knex, 'inventory_run', {
    ...row,
    hash: fact.key,
    key: fact.key,
    pipeline_id: pipelineId,
    agent_key: fact.agentKey ?? null,
    status: derived.status,
    status_since: at,
    active: fact.active,
    created_at: Date.parse(fact.createdAt),
    finished_at: over ? at + 30_000 : null,
    chain_id: fact.chain?.id ?? null,
    fact: JSON.stringify(fact),
    fact_hash: 'x',
    derived: JSON.stringify(derived),
  });
  for (const gate of over ? [] : gatesOf(derived)) {
    await knex('inventory_gate').insert({
      run_id: runId,
      gate_id: gate.id,
      state: gate.state,
      actionable: gate.actionable,
      opened_at: gate.openedAt ? Date.parse(gate.openedAt) : null,
      gate: JSON.stringify(gate),
    });
  }
}

async function insert(knex: Knex, table: string, row: object): Promise<number> {
  const [inserted] = await knex(table).insert(row).returning('id');
  return inserted.id;
}
