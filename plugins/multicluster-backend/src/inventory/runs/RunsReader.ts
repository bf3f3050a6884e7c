import { Knex } from 'knex';
import { inList } from '../sql/inList';
import { numbered } from '../store/numbered';
import { StoredFact } from '../store/rows';
import { AgentRow, PipelineRow, RunRow } from './rows';
import { RunsFactType, runTable } from './runTable';

/** A run of a pipeline of which more may come. */
export type ActiveRun = Pick<
  RunRow,
  'id' | 'key' | 'pipeline_id' | 'status' | 'created_at'
>;

/** What the writer has to know of the rows it is about to change. */
export class RunsReader {
  static create(knex: Knex, sourceId: number) {
    return new RunsReader(knex, sourceId);
  }

  readonly #knex: Knex;
  readonly #sourceId: number;

  private constructor(knex: Knex, sourceId: number) {
    this.#knex = knex;
    this.#sourceId = sourceId;
  }

  /** What is stored of these facts, by key. */
  async stored(
    type: RunsFactType,
    keys: string[],
  ): Promise<Map<string, StoredFact>> {
    const rows: StoredFact[] = await this.#ofSource(runTable[type])
      .select('id', 'key', 'fact_hash', 'lane_id')
      .where(inList(this.#knex, 'key', keys, 'text'));
    return new Map(rows.map(row => [row.key, row]));
  }

  async agents(by: 'id' | 'key', values: Iterable<string | number>) {
    return this.#rows<AgentRow>('inventory_agent', by, values);
  }

  async pipelines(by: 'id' | 'key', values: Iterable<string | number>) {
    const rows = await this.#rows<PipelineRow>(
      'inventory_pipeline',
      by,
      values,
    );
    return rows.map(row => ({ ...row, present: Boolean(row.present) }));
  }

  async runs(ids: number[]): Promise<Map<number, RunRow>> {
    const rows = await this.#rows<RunRow>('inventory_run', 'id', ids);
    return new Map(
      rows.map(row => [row.id, { ...row, active: Boolean(row.active) }]),
    );
  }

  /** Every run of the source of which more may come, oldest first. */
  async active(): Promise<Array<{ pipeline_key: string; fact: string }>> {
    return this.#knex('inventory_run as r')
      .join('inventory_pipeline as p', 'p.id', 'r.pipeline_id')
      .where({ 'r.source_id': this.#sourceId, 'r.active': true })
      .orderBy(['r.created_at', 'r.id'])
      .select('p.key as pipeline_key', 'r.fact');
  }

  /** Active runs of these pipelines. */
  async activeOf(pipelineIds: number[]): Promise<ActiveRun[]> {
    if (pipelineIds.length === 0) {
      return [];
    }
    const rows: ActiveRun[] = await this.#knex('inventory_run')
      .where(inList(this.#knex, 'pipeline_id', pipelineIds, 'integer'))
      .where('active', true)
      .select('id', 'key', 'pipeline_id', 'status', 'created_at');
    return rows.map(numbered);
  }

  /** Ids of the active runs that these agents run, by themselves or by their pipelines. */
  async activeIdsOfAgents(agentKeys: string[]): Promise<number[]> {
    if (agentKeys.length === 0) {
      return [];
    }
    const keys = (column: string) =>
      inList(this.#knex, column, agentKeys, 'text');
    return this.#knex('inventory_run as r')
      .join('inventory_pipeline as p', 'p.id', 'r.pipeline_id')
      .where({ 'r.source_id': this.#sourceId, 'r.active': true })
      .where(either =>
        either
          .where(keys('r.agent_key'))
          .orWhere(byPipeline =>
            byPipeline.whereNull('r.agent_key').where(keys('p.agent_key')),
          ),
      )
      .pluck('r.id');
  }

  /** Ids of the pipelines that these agents run. */
  async pipelineIdsOfAgents(agentKeys: string[]): Promise<number[]> {
    return agentKeys.length === 0
      ? []
      : this.#ofSource('inventory_pipeline')
          .where(inList(this.#knex, 'agent_key', agentKeys, 'text'))
          .pluck('id');
  }

  /** Which of the pipelines have runs, whatever became of these. */
  async pipelinesWithRuns(
    pipelineIds: number[],
    options?: { besides: number[] },
  ): Promise<Set<number>> {
    // One probe each: a DISTINCT over the runs of a pipeline would read every one of them.
    const ids: number[] = await this.#knex('inventory_pipeline as p')
      .where(inList(this.#knex, 'p.id', pipelineIds, 'integer'))
      .whereExists(
        this.#knex('inventory_run as r')
          .select(this.#knex.raw('1'))
          .whereRaw('r.pipeline_id = p.id')
          .whereNot(
            inList(this.#knex, 'r.id', options?.besides ?? [], 'integer'),
          ),
      )
      .pluck('p.id');
    return new Set(ids);
  }

  /** Ids of runs by key. */
  async runIds(keys: string[]): Promise<number[]> {
    return this.#ofSource('inventory_run')
      .where(inList(this.#knex, 'key', keys, 'text'))
      .pluck('id');
  }

  /** Keys of the runs that these gate facts belong to. */
  async runKeysOfGates(ids: number[]): Promise<string[]> {
    return this.#ofSource('inventory_gate_fact')
      .where(inList(this.#knex, 'id', ids, 'integer'))
      .distinct()
      .pluck('run_key');
  }

  /** JSON of the gate facts of runs, by key of the run, in the order of their own keys. */
  async gateFacts(runKeys: string[]): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    const rows = await this.#ofSource('inventory_gate_fact')
      .where(inList(this.#knex, 'run_key', runKeys, 'text'))
      .orderBy('key')
      .select('run_key', 'fact');
    for (const { run_key: key, fact } of rows) {
      found.set(key, [...(found.get(key) ?? []), fact]);
    }
    return found;
  }

  /** Runs that are to be derived again by now, the longest due first; those to be derived quietly are before all. */
  async dueRuns(
    now: number,
    limit: number,
  ): Promise<Array<{ id: number; recheck_at: number }>> {
    const rows = await this.#ofSource('inventory_run')
      .where('recheck_at', '<=', now)
      .orderBy('recheck_at')
      .limit(limit)
      .select('id', 'recheck_at');
    return rows.map(numbered);
  }

  /** The runs that are next where every run is to be derived again; undefined: none is. */
  async nextFanout(limit: number): Promise<number[] | undefined> {
    const row = await this.#ofSource('inventory_run_fanout').first('after_id');
    return row
      ? this.#ofSource('inventory_run')
          .where('id', '>', row.after_id)
          .orderBy('id')
          .limit(limit)
          .pluck('id')
      : undefined;
  }

  /** A page of the rows that a lane keeps, by id. */
  async idsOfLane(
    type: RunsFactType,
    laneId: number,
    page: { afterId: number; limit: number },
  ): Promise<number[]> {
    return this.#knex(runTable[type])
      .where('lane_id', laneId)
      .where('id', '>', page.afterId)
      .orderBy('id')
      .limit(page.limit)
      .pluck('id');
  }

  /** How many runs came by a lane. */
  async runsOfLane(laneId: number): Promise<number> {
    const row = await this.#knex('inventory_run')
      .where('lane_id', laneId)
      .count({ count: '*' })
      .first();
    return Number(row?.count ?? 0);
  }

  #ofSource(table: string) {
    return this.#knex(table).where('source_id', this.#sourceId);
  }

  async #rows<T extends object>(
    table: string,
    by: 'id' | 'key',
    values: Iterable<string | number>,
  ): Promise<T[]> {
    const list = [...new Set(values)];
    if (list.length === 0) {
      return [];
    }
    const rows: T[] = await this.#ofSource(table).where(
      inList(this.#knex, by, list, by === 'id' ? 'integer' : 'text'),
    );
    return rows.map(numbered);
  }
}
