import { ToolEntry } from './ToolEntry';
import { ToolRun } from './ToolRun';

/**
 * A delivery tool that believes whatever it is told: an approval that arrives twice has its effect twice. Its log is one half of
 * what the checker reads, and outlives every crash, because it is not kept by what crashes.
 */
export class Tool {
  readonly #runs = new Map<string, ToolRun>();
  readonly #log: ToolEntry[] = [];

  static create(): Tool {
    return new Tool();
  }

  private constructor() {}

  get log(): readonly ToolEntry[] {
    return this.#log;
  }

  get runs(): ToolRun[] {
    return [...this.#runs.values()];
  }

  start(key: string, needed: number, now: number): void {
    this.#runs.set(key, {
      key,
      createdAt: new Date(now).toISOString(),
      needed,
      approvedBy: [],
      state: 'waiting',
    });
  }

  /** Undefined: there is no such run. `late`: it waits no more, nothing was counted. */
  approve(entry: ToolEntry): 'counted' | 'late' | undefined {
    const run = this.#runs.get(entry.run);
    if (!run) {
      return undefined;
    }
    if (run.state !== 'waiting') {
      return 'late';
    }
    this.#log.push(entry);
    run.approvedBy.push(entry.voter);
    if (new Set(run.approvedBy).size >= run.needed) {
      run.state = 'succeeded';
    }
    return 'counted';
  }
}
