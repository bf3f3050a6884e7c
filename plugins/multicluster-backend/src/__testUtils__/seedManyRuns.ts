import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { chunks } from '../util/chunks';
import { scopeGate, scopeStage } from './promotionScope';
import { SEED_MARK, seedDelivery } from './seedDelivery';
import { SEED_TIME, seedInventory } from './seedInventory';

const ID = 'backstage.io/kubernetes-id';

/** Environments of {@link seedManyRuns}. */
export const MANY_ENVIRONMENTS = [
  { name: 'development', clusters: { names: ['dev*'] } },
  { name: 'test', clusters: { names: ['test*'] } },
  { name: 'production', clusters: { names: ['prod*'] } },
];

/** A stored row without what its table gives it. */
type Row = Record<string, unknown>;

/**
 * A service in three environments of four clusters each, a pipeline for each, and a history of runs over `pipelines` of
 * them, most of which belong to others. Every run has eight stages and a gate, as a real one has.
 */
export async function seedManyRuns(
  knex: Knex,
  options: { pipelines: number; runs: number },
): Promise<void> {
  const names = MANY_ENVIRONMENTS.map(({ name }) => name);
  const clusters = ['dev', 'test', 'prod'].map(prefix =>
    [1, 2, 3, 4].map(n => ({ name: `${prefix}-${n}` })),
  );
  await seedInventory(knex, {
    source: 'plain',
    clusters: clusters.flat(),
    workloads: names.map((name, index) => ({
      name: 'shop',
      namespace: `shop-${name}`,
      labels: { [ID]: 'shop' },
      marks: { [SEED_MARK]: `pipeline-${index}` },
      placed: {
        targets: clusters[index].map(cluster => ({ cluster: cluster.name })),
      },
    })),
  });
  await seedDelivery(knex, {
    source: 'tool',
    agents: [{ key: 'agent' }],
    pipelines: Array.from({ length: options.pipelines }, (_, index) => ({
      key: `pipeline-${index}`,
      agentKey: 'agent',
      repository: { remote: 'https://github.com/acme/apps.git' },
    })),
  });
  const pipelines: Array<{ id: number; source_id: number; lane_id: number }> =
    await knex('inventory_pipeline').orderBy('id');
  const rows = Array.from({ length: options.runs }, (_, index) =>
    toRow(index, pipelines[index % pipelines.length], pipelines.length),
  );
  for (const part of chunks(rows, 50)) {
    await knex('inventory_run').insert(part);
  }
  await seedHistory(knex);
}

/** Run n; the newest of a pipeline waits at its gate. */
function toRow(
  index: number,
  pipeline: { id: number; source_id: number; lane_id: number },
  pipelines: number,
): Row {
  const createdAt = SEED_TIME + index * 1000;
  const iso = (seconds: number) =>
    new Date(createdAt + seconds * 1000).toISOString();
  const stages = Array.from({ length: 8 }, (_, n) =>
    scopeStage(`stage-${n}`, {
      requires: n > 0 ? [`stage-${n - 1}`] : [],
      startedAt: iso(n * 10),
      finishedAt: iso(n * 10 + 9),
      ...(n === 4 && { gate: scopeGate({ state: 'approved' }) }),
    }),
  );
  const sha = (index % 97).toString(16).padStart(40, 'a');
  return {
    source_id: pipeline.source_id,
    lane_id: pipeline.lane_id,
    revision: 1,
    hash: `run-${index}`,
    key: `run-${index}`,
    pipeline_id: pipeline.id,
    status: 'succeeded',
    status_since: createdAt,
    active: false,
    created_at: createdAt,
    finished_at: createdAt + 80_000,
    fact: JSON.stringify({
      type: 'run',
      key: `run-${index}`,
      pipelineKey: `pipeline-${index % pipelines}`,
      pipelineName: 'shop',
      createdAt: iso(0),
      trigger: { kind: 'commit' },
      commit: { sha, message: 'Change the shop', createdAt: iso(-600) },
      artifacts: [{ kind: 'image', name: 'app', version: 'v1.0.0' }],
      active: false,
      native: { stages: stages.map(stage => ({ ...stage, metadata: {} })) },
    }),
    fact_hash: 'x',
    derived: JSON.stringify({
      status: 'succeeded',
      nativeStatus: 'DEPLOYMENT_SUCCESS',
      sentence: sentence('run.succeeded'),
      startedAt: iso(1),
      finishedAt: iso(80),
      stages,
      notes: [],
    }),
  };
}

/** What changed lately: 100 changes of each placement and twelve of each run. */
async function seedHistory(knex: Knex): Promise<void> {
  const placements = await knex('inventory_placement').select(
    'id',
    'source_id',
  );
  const runs = await knex('inventory_run').select('id', 'source_id');
  const rows: Row[] = placements.flatMap(({ id, source_id }) =>
    Array.from({ length: 100 }, (_, n) => ({
      source_id,
      subject_type: 'placement',
      subject_id: id,
      subject: `prod-${1 + (n % 4)}`,
      field: n % 10 === 0 ? 'version' : 'state',
      to_value: 'v1.0.0',
      at: SEED_TIME + n * 1000,
    })),
  );
  for (const { id, source_id } of runs) {
    for (let n = 0; n < 12; n++) {
      rows.push({
        source_id,
        subject_type: 'run',
        subject_id: id,
        subject: n < 2 ? 'gate/approve' : `stage/stage-${n - 2}`,
        field: 'state',
        to_value: n === 0 ? 'pending' : 'approved',
        at: SEED_TIME + n * 1000,
      });
    }
  }
  for (const part of chunks(rows, 500)) {
    await knex('inventory_transition').insert(part);
  }
}
