import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { InventoryChange } from '../../inventory/hints/InventoryChange';
import { InventoryHints } from '../../inventory/hints/InventoryHints';
import { ArmedLane } from './ArmedLane';
import { LaneConcerns } from './LaneConcerns';
import { LaneGlance } from './LaneGlance';
import { LaneRepeats } from './LaneRepeats';
import { LaneRound } from './LaneRound';
import { LaneTurns } from './LaneTurns';

/** Milliseconds. */
export interface LaneTiming {
  /** How often every armed lane is read, for what no hint told. */
  sweepMs: number;
  /** A control plane is given so long to render a change before it is read. */
  calmMs: number;
  /** Between two glances at what is urgent, at least: hints may come twice a second, and a glance is at every lane of a source. */
  restMs: number;
  /** After which one is read again that was not done yet: most are a moment later, and copies may be missing. */
  soonMs: number;
  /**
   * After which it is from then on; longer than what makes two looks at something that is gone two looks. One that cannot be read
   * waits twice as long from one time to the next.
   */
  againMs: number;
}

/** {@inheritDoc LaneTiming} */
export const LANE_TIMING: LaneTiming = {
  sweepMs: 60_000,
  calmMs: 500,
  restMs: 1_000,
  soonMs: 1_000,
  againMs: 5_500,
};

/** Of how long one waits that cannot be read, up to less than a sweep: what hangs keeps a turn, and hints of others with it. */
const DOUBLINGS_OF_FAILED = 3;

interface Options {
  knex: Knex;
  hints: Pick<InventoryHints, 'onChange'>;
  logger: LoggerService;
  round: Pick<LaneRound, 'look'>;
  glance: Pick<LaneGlance, 'look' | 'idle'>;
  timing?: Partial<LaneTiming>;
}

/**
 * Keeps requests and what lanes hold in step: reads what hints concern, and every armed lane from time to time. One round at a
 * time; what changes meanwhile waits for the next. What is urgent waits for no round: it has turns of its own. Every replica does so,
 * which does no harm.
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
  readonly #looks: LaneTurns;
  readonly #glances: LaneTurns;
  readonly #looksAgain: LaneRepeats;
  readonly #failedAgain: LaneRepeats;
  readonly #glancesAgain: LaneRepeats;
  #stopped = false;

  private constructor(options: Options) {
    const { hints, logger } = options;
    this.#options = options;
    this.#timing = { ...LANE_TIMING, ...options.timing };
    const { restMs, soonMs, againMs } = this.#timing;
    this.#looks = LaneTurns.create({
      work: heard => this.#look(heard),
      restMs: 0,
      retryMs: restMs,
      logger,
    });
    this.#glances = LaneTurns.create({
      work: heard => this.#glance(heard),
      restMs,
      retryMs: restMs,
      logger,
    });
    const again = { soonMs, againMs };
    this.#looksAgain = LaneRepeats.create({ turns: this.#looks, ...again });
    this.#failedAgain = LaneRepeats.create({
      turns: this.#looks,
      soonMs: againMs,
      againMs,
      doublings: DOUBLINGS_OF_FAILED,
    });
    this.#glancesAgain = LaneRepeats.create({ turns: this.#glances, ...again });
    this.#unsubscribe = hints.onChange(changes => this.#heard(changes));
    this.#sweep = setInterval(() => this.#all(), this.#timing.sweepMs);
    this.#sweep.unref();
    this.#all();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe();
    clearInterval(this.#sweep);
    this.#timers.forEach(clearTimeout);
    this.#looksAgain.stop();
    this.#failedAgain.stop();
    this.#glancesAgain.stop();
    await Promise.all([this.#looks.stop(), this.#glances.stop()]);
    await this.#options.glance.idle();
  }

  #all(): void {
    for (const turns of [this.#glances, this.#looks]) {
      turns.heard.everything = true;
      turns.ask();
    }
  }

  #heard(changes: InventoryChange[]): void {
    for (const turns of [this.#glances, this.#looks]) {
      turns.heard.hear(changes);
    }
    if (!this.#looks.heard.isEmpty) {
      this.#after(this.#timing.calmMs, () => {
        this.#glances.ask();
        this.#looks.ask();
      });
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

  async #look(heard: LaneConcerns): Promise<void> {
    const { round, knex } = this.#options;
    const { again, failed } = await round.look(await heard.filter(knex));
    this.#looksAgain.after(heard.lanes, idsOf(again));
    this.#failedAgain.after(heard.lanes, idsOf(failed));
  }

  async #glance(heard: LaneConcerns): Promise<void> {
    const { glance, knex } = this.#options;
    const failed = await glance.look(await heard.filter(knex));
    this.#glancesAgain.after(heard.lanes, idsOf(failed));
  }
}

function idsOf(lanes: readonly ArmedLane[]): Set<string> {
  return new Set(lanes.map(({ id }) => id));
}
