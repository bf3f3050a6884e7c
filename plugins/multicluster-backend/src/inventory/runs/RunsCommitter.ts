import { InventoryHints } from '../hints/InventoryHints';
import { InventoryMetrics } from '../InventoryMetrics';
import { bumpRevision } from '../store/bumpRevision';
import { FencedTransaction } from '../store/FencedTransaction';
import { LaneUpdate, updateLane } from '../store/updateLane';
import { RunsPlan } from './RunsPlan';
import { RunsWriter } from './RunsWriter';

interface Options {
  source: { id: number; name: string };
  transaction: FencedTransaction;
  hints: InventoryHints;
  metrics?: InventoryMetrics;
}

/** Commits plans: fence check, rows, revision and checkpoint in one transaction, and the hint once it is through. */
export class RunsCommitter {
  static create(options: Options) {
    return new RunsCommitter(options);
  }

  readonly #options: Options;
  #hasDue = false;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Whether a commit since this was last asked has left runs to be derived again at once. */
  takeDue(): boolean {
    const had = this.#hasDue;
    this.#hasDue = false;
    return had;
  }

  async commit(plan: RunsPlan, lane?: LaneUpdate): Promise<number | undefined> {
    const { source, transaction } = this.#options;
    const started = performance.now();
    const { revision, objects } = await transaction.run(async trx => {
      const bumped = plan.changesViews ? await bumpRevision(trx, source.id) : 0;
      const writer = new RunsWriter({
        trx,
        sourceId: source.id,
        revision: bumped,
      });
      await writer.write(plan);
      const counted = await updateLane(trx, plan, lane);
      return { revision: bumped, objects: counted };
    });
    this.#hasDue ||= plan.hasDue;
    if (plan.changesViews) {
      this.#tell(plan, revision, performance.now() - started);
    }
    return objects;
  }

  #tell(plan: RunsPlan, revision: number, milliseconds: number): void {
    const { hints, metrics, source } = this.#options;
    const idsOf = (rows: Array<{ id?: number }>) =>
      rows.flatMap(({ id }) => id ?? []);
    hints.add({
      source: source.name,
      revision,
      runIds: [...idsOf(plan.runs), ...plan.deletes.run],
      pipelineIds: [
        ...idsOf(plan.pipelines),
        ...idsOf(plan.runs.map(({ pipeline }) => pipeline)),
        ...plan.touchedPipelines,
        ...plan.deletes.pipeline,
      ],
    });
    metrics?.committed(
      { source: source.name },
      {
        facts:
          plan.agents.length +
          plan.pipelines.length +
          plan.runs.length +
          plan.gateFacts.length,
        milliseconds,
      },
    );
  }
}
