import { LoggerService } from '@backstage/backend-plugin-api';
import {
  RunFact,
  RunsFacet,
  RunsFact,
  RunsSink,
  RunsSweep,
} from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { InventoryHints } from '../hints/InventoryHints';
import { InventoryMetrics } from '../InventoryMetrics';
import { adoptVersion } from '../store/adoptVersion';
import { FacetStore } from '../store/FacetStore';
import { Fence, FencedTransaction } from '../store/FencedTransaction';
import { LaneBook } from '../store/LaneBook';
import { LaneBatch, LaneStore } from '../store/LaneStore';
import { runWhileDue } from '../store/runWhileDue';
import { SliceRunner } from '../store/SliceRunner';
import { sliceSizes } from '../store/sliceSizes';
import { DUE } from './due';
import { planRunRederive } from './planRunRederive';
import { RunDeriver } from './RunDeriver';
import { RunsCommitter } from './RunsCommitter';
import { RunsContext } from './RunsContext';
import { RunsPlan } from './RunsPlan';
import { RunsReader } from './RunsReader';
import { RunsTables } from './RunsTables';
import { sortedJson } from './sortedJson';

/** What a {@link RunsStore} is opened with. */
export interface RunsStoreOptions {
  knex: Knex;
  logger: LoggerService;
  source: { id: number; name: string };
  fence: Fence;
  facet: Pick<RunsFacet, 'derive'>;
  hints: InventoryHints;
  metrics?: InventoryMetrics;
  /** Milliseconds since the epoch. */
  now(): number;
  /** How rarely a checkpoint is written when nothing else is. */
  checkpointEveryMs?: number;
}

/**
 * Keeps what one source states of its pipelines and runs, on behalf of the holder of one lease.
 *
 * @remarks
 * What shares something that changed (the runs of an agent, those behind another) is noted in the same transaction and
 * derived in the next, before the call is over; a successor goes on with it where a process died in between.
 */
export class RunsStore implements RunsSink, FacetStore {
  static create(options: RunsStoreOptions) {
    return new RunsStore(options);
  }

  readonly #context: RunsContext;
  readonly #transaction: FencedTransaction;
  readonly #fence: Fence;
  readonly #committer: RunsCommitter;
  readonly #runner: SliceRunner<RunsPlan>;
  readonly #lanes: LaneStore<RunsFact, RunsPlan>;

  private constructor(options: RunsStoreOptions) {
    const { knex, source, fence, now } = options;
    const reader = RunsReader.create(knex, source.id);
    const deriver = RunDeriver.create({
      ...options,
      source: source.name,
      reader,
    });
    const transaction = FencedTransaction.create(knex, fence);
    const committer = RunsCommitter.create({ ...options, transaction });
    const runner = new SliceRunner({
      committer,
      transaction,
      newPlan: at => new RunsPlan(at),
      slices: sliceSizes(knex),
      checkpointEveryMs: options.checkpointEveryMs ?? 10_000,
      now,
    });
    this.#context = {
      source: source.name,
      reader,
      deriver,
      toText: sortedJson,
      now,
    };
    this.#transaction = transaction;
    this.#fence = fence;
    this.#committer = committer;
    this.#runner = runner;
    this.#lanes = new LaneStore({
      lanes: new LaneBook({
        knex,
        sourceId: source.id,
        facet: fence.facet,
      }),
      tables: new RunsTables(this.#context),
      runner,
      now,
    });
  }

  async checkpoint(lane: string): Promise<string | undefined> {
    return this.#lanes.checkpoint(lane);
  }

  async active(): Promise<
    Array<Pick<RunFact, 'key' | 'pipelineKey' | 'native'>>
  > {
    const rows = await this.#context.reader.active();
    return rows.map(row => {
      const { key, pipelineKey, native }: RunFact = JSON.parse(row.fact);
      return { key, pipelineKey, native };
    });
  }

  async change(batch: LaneBatch<RunsFact>): Promise<void> {
    await this.#lanes.change(batch);
    await this.#derivePending();
  }

  async beginSweep(name: string): Promise<RunsSweep> {
    const sweep = await this.#lanes.beginSweep(name);
    return {
      page: async facts => {
        await sweep.page(facts);
        await this.#derivePending();
      },
      complete: async checkpoint => {
        await sweep.complete(checkpoint);
        await this.#derivePending();
      },
    };
  }

  objectsOf(lane: string): number {
    return this.#lanes.objectsOf(lane);
  }

  isRead(lane: string): boolean {
    return this.#lanes.isRead(lane);
  }

  async adoptVersion(version: string | undefined): Promise<void> {
    const { sourceId } = this.#fence;
    await adoptVersion(
      this.#transaction,
      this.#fence,
      version ?? null,
      async trx => {
        await trx('inventory_run_fanout')
          .insert({ source_id: sourceId, after_id: 0 })
          .onConflict('source_id')
          .merge(['after_id']);
      },
    );
  }

  /** Forgets the pipelines, agents and gates of a lane that is no longer wanted. Its runs stay, as history. */
  async retireLane(name: string): Promise<void> {
    await this.#lanes.retire(name);
    await this.#derivePending();
  }

  async rederive(signal?: AbortSignal, forMs = Infinity): Promise<boolean> {
    const steps = [() => this.#dueStep(), () => this.#fanoutStep()];
    return runWhileDue(steps, signal, forMs);
  }

  async flushCheckpoints(options?: { all: boolean }): Promise<void> {
    await this.#lanes.flushCheckpoints(options);
  }

  async #derivePending(): Promise<void> {
    if (this.#committer.takeDue()) {
      await runWhileDue([() => this.#dueStep()], undefined, Infinity);
    }
  }

  async #dueStep(): Promise<number> {
    const { now, reader } = this.#context;
    return this.#runner.step('rederive', async plan => {
      const size = this.#runner.size('rederive');
      const due = await reader.dueRuns(now(), size);
      // One kind at a time; those that are no news come first.
      const quiet = due[0]?.recheck_at === DUE.quiet;
      const ids = due.flatMap(({ id, recheck_at: at }) =>
        (at === DUE.quiet) === quiet ? [id] : [],
      );
      await planRunRederive(this.#context, plan, ids, { quiet });
      return ids.length;
    });
  }

  async #fanoutStep(): Promise<number> {
    return this.#runner.step('rederive', async plan => {
      const size = this.#runner.size('rederive');
      const ids = await this.#context.reader.nextFanout(size);
      if (!ids) {
        return 0;
      }
      plan.fanoutAfter = ids.at(-1) ?? null;
      // That the rules are new is no news of the runs.
      await planRunRederive(this.#context, plan, ids, { quiet: true });
      return ids.length + 1;
    });
  }
}
