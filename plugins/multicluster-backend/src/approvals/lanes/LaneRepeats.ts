import { LaneTurns } from './LaneTurns';

interface Options {
  turns: Pick<LaneTurns, 'heard' | 'ask'>;
  /** Milliseconds after which a lane that was not done is taken up again, the first time. */
  soonMs: number;
  /** From then on. */
  againMs: number;
}

/** Has turns take up again, by themselves, the lanes that were not done. */
export class LaneRepeats {
  static create(options: Options): LaneRepeats {
    return new LaneRepeats(options);
  }

  readonly #options: Options;
  /** By id of the lane. */
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** Ids of those that were not done the second time either. */
  readonly #late = new Set<string>();
  #stopped = false;

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * After a turn.
   *
   * @param asked - ids of the lanes that it was for by name
   * @param left - ids of those that were not done
   */
  after(asked: ReadonlySet<string>, left: ReadonlySet<string>): void {
    asked.forEach(id => left.has(id) || this.#late.delete(id));
    left.forEach(id => this.#repeat(id));
  }

  stop(): void {
    this.#stopped = true;
    this.#timers.forEach(clearTimeout);
  }

  /** Once, however often hints have it taken up meanwhile. */
  #repeat(id: string): void {
    if (this.#stopped || this.#timers.has(id)) {
      return;
    }
    const { turns, soonMs, againMs } = this.#options;
    const timer = setTimeout(
      () => {
        this.#timers.delete(id);
        this.#late.add(id);
        turns.heard.lanes.add(id);
        turns.ask();
      },
      this.#late.has(id) ? againMs : soonMs,
    );
    timer.unref();
    this.#timers.set(id, timer);
  }
}
