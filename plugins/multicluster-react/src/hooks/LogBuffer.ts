/** A line of a log. @public */
export interface LogLine {
  /** Counts up from 0 over the whole log; stable while older lines are dropped. */
  number: number;
  /** ISO 8601. */
  time?: string;
  text: string;
  /** What the source takes it for; absent where it does not say. */
  severity?: 'info' | 'success' | 'error';
  /** True: no line, but the place where lines are missing. */
  gap?: boolean;
}

const MAX_LINES = 5_000;

/**
 * The last lines of a log. Bounded, so that a tab left open over night does not fill the browser's memory.
 *
 * @internal
 */
export class LogBuffer {
  readonly #max: number;
  #lines: LogLine[] = [];
  #next = 0;
  #changed = false;

  constructor(max: number = MAX_LINES) {
    this.#max = max;
  }

  /** Whether lines came since the last `take`. */
  get changed(): boolean {
    return this.#changed;
  }

  /** How many lines ever came. */
  get count(): number {
    return this.#next;
  }

  push(line: Omit<LogLine, 'number'>): void {
    const { time, text, severity, gap } = line;
    this.#lines.push({ number: this.#next, time, text, severity, gap });
    this.#next += 1;
    this.#changed = true;
    // Cutting in blocks: a shift for every line of a full buffer would copy it each time.
    if (this.#lines.length >= this.#max * 1.2) {
      this.#lines = this.#lines.slice(-this.#max);
    }
  }

  take(): { lines: LogLine[]; dropped: number } {
    this.#changed = false;
    const lines = this.#lines.slice(-this.#max);
    return { lines, dropped: this.#next - lines.length };
  }
}
