import { Pace } from './Pace';

/** While a run is under way or on screen. */
const BUSY_MS = 10_000;
/** A run that is on screen. */
const WATCHED_MS = 4_000;
/** How soon it is noticed that somebody begins to look: what is asked for it is in the portal's own database. */
const NOTICED_MS = 1_000;
/** With nothing under way; as much again comes by chance, so that projects do not ask in step. */
const IDLE_MS = 30_000;

/**
 * When deployments are listed next, and when those on screen are read.
 *
 * @internal
 */
export class PollSchedule {
  /** @param onScreen - keys of runs that are on screen and not over */
  static create(options: {
    pace: Pace;
    onScreen: () => string[];
    random?: () => number;
  }): PollSchedule {
    return new PollSchedule(options);
  }

  readonly #pace: Pace;
  readonly #onScreen: () => string[];
  readonly #random: () => number;
  #listAt = -Infinity;
  #watchAt = -Infinity;

  private constructor(options: {
    pace: Pace;
    onScreen: () => string[];
    random?: () => number;
  }) {
    this.#pace = options.pace;
    this.#onScreen = options.onScreen;
    this.#random = options.random ?? Math.random;
  }

  get isListDue(): boolean {
    return this.#pace.now >= this.#listAt;
  }

  /** Whether anything is to be asked now. */
  get isDue(): boolean {
    return (
      this.isListDue ||
      (this.#pace.now >= this.#watchAt && this.#onScreen().length > 0)
    );
  }

  /** How long to wait before it is seen again whether something is due: somebody may begin to look. */
  get restMs(): number {
    const { now } = this.#pace;
    // What is on screen waits for its own turn, also when a list came in between.
    const look = this.#onScreen().length > 0 ? this.#watchAt - now : NOTICED_MS;
    return Math.max(0, Math.min(this.#listAt - now, look));
  }

  /** A list was read that was begun at that time. */
  listed(at: number, busy: boolean): void {
    this.#listAt = at + (busy ? BUSY_MS : IDLE_MS + this.#random() * IDLE_MS);
  }

  /** Keys on screen that are to be read now. */
  takeWatched(at: number): string[] {
    const watched = at >= this.#watchAt ? this.#onScreen() : [];
    if (watched.length > 0) {
      this.#watchAt = at + WATCHED_MS;
    }
    return watched;
  }
}
