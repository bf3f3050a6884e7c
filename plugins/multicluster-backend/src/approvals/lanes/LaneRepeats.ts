import { LaneTurns } from './LaneTurns';

interface Options {
  turns: Pick<LaneTurns, 'heard' | 'ask'>;
  /** Milliseconds after which a lane that was not done is taken up again, the first time. */
  soonMs: number;
  /** From then on. */
  againMs: number;
  /** How often that doubles from one time to the next, for what may be long in coming back; absent: never. */
  doublings?: number;
}

/** Has turns take up again, by themselves, the lanes that were not done. */
export class LaneRepeats {
  static create(options: Options): LaneRepeats {
    return new LaneRepeats(options);
  }

  readonly #options: Options;
  /** By id of the lane. */
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** By id of the lane: how often it was taken up again without being done. */
  readonly #times = new Map<string, number>();
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
    asked.forEach(id => left.has(id) || this.#times.delete(id));
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
    const { turns } = this.#options;
    const times = this.#times.get(id) ?? 0;
    const timer = setTimeout(() => {
      this.#timers.delete(id);
      this.#times.set(id, times + 1);
      turns.heard.lanes.add(id);
      turns.ask();
    }, this.#waitMs(times));
    timer.unref();
    this.#timers.set(id, timer);
  }

  #waitMs(times: number): number {
    const { soonMs, againMs, doublings = 0 } = this.#options;
    return times === 0 ? soonMs : againMs * 2 ** Math.min(times - 1, doublings);
  }
}
