import { Knex } from 'knex';
import { Columns } from '../sql/Columns';
import { deleteRows } from '../sql/deleteRows';
import { inList } from '../sql/inList';
import { insertRows } from '../sql/insertRows';
import { updateRows } from '../sql/updateRows';
import { recheckColumns } from '../store/columns';
import { upsertRows } from '../store/upsertRows';
import { writeTransitions } from '../store/writeTransitions';
import {
  agentColumns,
  derivedRunColumns,
  gateColumns,
  gateFactColumns,
  pipelineColumns,
  runColumns,
} from './columns';
import { markDue } from './markDue';
import { RunsPlan } from './RunsPlan';

const IDENTITY = ['source_id', 'hash', 'key'];

/** Writes a plan of pipelines and runs within a transaction, in as few statements as it has kinds of rows. */
export class RunsWriter {
  readonly #trx: Knex;
  readonly #sourceId: number;
  readonly #revision: number;

  constructor(options: { trx: Knex; sourceId: number; revision: number }) {
    this.#trx = options.trx;
    this.#sourceId = options.sourceId;
    this.#revision = options.revision;
  }

  async write(plan: RunsPlan): Promise<void> {
    await this.#upsert('inventory_agent', agentColumns, plan.agents);
    await this.#pipelines(plan);
    await this.#runs(plan);
    await this.#upsert('inventory_gate_fact', gateFactColumns, plan.gateFacts);
    await this.#gates(plan);
    await writeTransitions(this.#trx, this.#sourceId, plan.transitions);
    await this.#deletes(plan);
    await markDue(this.#trx, plan);
    await this.#fanout(plan);
  }

  async #pipelines(plan: RunsPlan): Promise<void> {
    const stubs = new Set(
      plan.runs
        .map(({ pipeline }) => pipeline)
        .filter(pipeline => pipeline.id === undefined),
    );
    for (const stub of stubs) {
      Object.assign(stub, { present: false });
    }
    const writes = [...plan.pipelines, ...stubs];
    await this.#upsert('inventory_pipeline', pipelineColumns, writes);
  }

  async #runs(plan: RunsPlan): Promise<void> {
    for (const write of plan.runs) {
      Object.assign(write, { pipeline_id: write.pipeline.id });
    }
    const whole = plan.runs.filter(({ id, factChanged }) => !id || factChanged);
    const derived = plan.runs.filter(
      ({ id, factChanged }) => id && !factChanged,
    );
    await this.#upsert('inventory_run', runColumns, whole);
    await this.#update(
      derivedRunColumns,
      derived.map(write => this.#stamped(write)),
    );
    await this.#update(recheckColumns, plan.rechecks);
  }

  async #gates(plan: RunsPlan): Promise<void> {
    const rows = plan.gates.map(({ run, ...gate }) => ({
      run_id: run.id,
      ...gate,
    }));
    const set = ['state', 'actionable', 'opened_at', 'gate']
      .map(name => `${name} = excluded.${name}`)
      .join(', ');
    await insertRows(this.#trx, 'inventory_gate', gateColumns, rows, {
      onConflict: `(run_id, gate_id) DO UPDATE SET ${set}`,
    });
    for (const key of plan.gateDeletes) {
      await this.#trx('inventory_gate').where(key).delete();
    }
  }

  async #deletes(plan: RunsPlan): Promise<void> {
    const { agent, pipeline, run, gate } = plan.deletes;
    const tables: Array<[string, string, number[]]> = [
      ['inventory_gate', 'run_id', run],
      ['run_demand', 'run_id', run],
      ['inventory_run', 'id', run],
      ['pipeline_match', 'pipeline_id', pipeline],
      ['inventory_pipeline', 'id', pipeline],
      ['inventory_agent', 'id', agent],
      ['inventory_gate_fact', 'id', gate],
    ];
    for (const [table, column, ids] of tables) {
      await deleteRows(this.#trx, table, column, ids);
    }
    if (plan.touchedPipelines.size > 0) {
      await this.#trx('inventory_pipeline')
        .where(inList(this.#trx, 'id', plan.touchedPipelines, 'integer'))
        .update({ revision: this.#revision });
    }
  }

  async #fanout({ fanoutAfter }: RunsPlan): Promise<void> {
    const row = this.#trx('inventory_run_fanout').where(
      'source_id',
      this.#sourceId,
    );
    if (fanoutAfter === null) {
      await row.delete();
    } else if (fanoutAfter !== undefined) {
      await row.update({ after_id: fanoutAfter });
    }
  }

  async #update(columns: Columns, rows: object[]): Promise<void> {
    await updateRows(this.#trx, 'inventory_run', ['id'], columns, rows);
  }

  async #upsert(
    table: string,
    columns: Columns,
    writes: object[],
  ): Promise<void> {
    await upsertRows(this.#trx, writes, {
      table,
      columns,
      key: 'key',
      identity: IDENTITY,
      stamp: row => this.#stamped(row),
    });
  }

  #stamped(row: object): Record<string, unknown> {
    return { ...row, source_id: this.#sourceId, revision: this.#revision };
  }
}
