import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { InventoryChange } from '../../inventory/hints/InventoryChange';
import { InventoryHints } from '../../inventory/hints/InventoryHints';
import { LaneRound } from './LaneRound';
import { selectConcerned } from './selectConcerned';

/** Milliseconds. */
export interface LaneTiming {
  /** How often every armed lane is read, for what no hint told. */
  sweepMs: number;
  /** A control plane is given so long to render a change before it is read. */
  calmMs: number;
  /** After which one is read again that was not done yet: most are a moment later, and copies may be missing. */
  soonMs: number;
  /** After which it is from then on; longer than what makes two looks at something that is gone two looks. */
  againMs: number;
}

/** {@inheritDoc LaneTiming} */
export const LANE_TIMING: LaneTiming = {
  sweepMs: 60_000,
  calmMs: 500,
  soonMs: 1_000,
  againMs: 5_500,
};

interface Options {
  knex: Knex;
  hints: Pick<InventoryHints, 'onChange'>;
  logger: LoggerService;
  round: LaneRound;
  timing?: Partial<LaneTiming>;
}

/**
 * Keeps requests and what lanes hold in step: reads what hints concern, and every armed lane from time to time. One round at a
 * time; what changes meanwhile waits for the next. Every replica does so, which does no harm.
 */
export class LaneObserver {
  static start(options: Options): LaneObserver {
    return new LaneObserver(options);
  }

  readonly #options: Options;
  readonly #timing: LaneTiming;
  readonly #unsubscribe: () => void;
  readonly #sweep: NodeJS.Timeout;
  readonly #timers = new Set<NodeJS.Timeout>();
  #workloads = new Set<number>();
  #lanes = new Set<string>();
  #sources = new Set<string>();
  /** Ids of those that were not done yet and are read again. */
  readonly #waiting = new Set<string>();
  /** Ids of those that were not done the second time either. */
  readonly #late = new Set<string>();
  #everything = true;
  #running: Promise<void> | undefined;
  #stopped = false;

  private constructor(options: Options) {
    this.#options = options;
    this.#timing = { ...LANE_TIMING, ...options.timing };
    this.#unsubscribe = options.hints.onChange(changes => this.#heard(changes));
    this.#sweep = setInterval(() => {
      this.#everything = true;
      this.#run();
    }, this.#timing.sweepMs);
    this.#sweep.unref();
    this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe();
    clearInterval(this.#sweep);
    this.#timers.forEach(clearTimeout);
    await this.#running;
  }

  #heard(changes: InventoryChange[]): void {
    for (const { source, all, workloadIds, clusterIds } of changes) {
      // What a cluster that is lost means for a lane is not told by its workloads.
      if (all || clusterIds.size > 0) {
        this.#sources.add(source);
      }
      workloadIds.forEach(id => this.#workloads.add(id));
    }
    if (this.#sources.size > 0 || this.#workloads.size > 0) {
      this.#after(this.#timing.calmMs, () => this.#run());
    }
  }

  #after(ms: number, work: () => void): void {
    if (this.#stopped) {
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, ms);
    timer.unref();
    this.#timers.add(timer);
  }

  #run(): void {
    if (this.#running || this.#stopped) {
      return;
    }
    this.#running = this.#look()
      .catch(error =>
        this.#options.logger.warn(
          'Lanes could not be looked at; it is tried again',
          error instanceof Error ? error : undefined,
        ),
      )
      .finally(() => {
        this.#running = undefined;
        if (this.#isAsked()) {
          this.#run();
        }
      });
  }

  async #look(): Promise<void> {
    const { round, knex } = this.#options;
    const everything = this.#everything;
    const [lanes, sources, workloads] = [
      this.#lanes,
      this.#sources,
      this.#workloads,
    ];
    this.#everything = false;
    this.#lanes = new Set();
    this.#sources = new Set();
    this.#workloads = new Set();
    const concerned =
      everything || workloads.size === 0
        ? new Set<string>()
        : await selectConcerned(knex, workloads);
    const { again } = await round.look(
      everything
        ? undefined
        : lane =>
            sources.has(lane.source) ||
            lanes.has(lane.id) ||
            concerned.has(JSON.stringify([lane.source, lane.policyKey])),
    );
    const left = new Set(again.map(({ id }) => id));
    lanes.forEach(id => left.has(id) || this.#late.delete(id));
    left.forEach(id => this.#lookAgain(id));
  }

  /** Once, however often hints have it read meanwhile. */
  #lookAgain(id: string): void {
    if (this.#waiting.has(id)) {
      return;
    }
    this.#waiting.add(id);
    const { soonMs, againMs } = this.#timing;
    this.#after(this.#late.has(id) ? againMs : soonMs, () => {
      this.#waiting.delete(id);
      this.#late.add(id);
      this.#lanes.add(id);
      this.#run();
    });
  }

  #isAsked(): boolean {
    return (
      this.#everything ||
      this.#lanes.size + this.#sources.size + this.#workloads.size > 0
    );
  }
}
