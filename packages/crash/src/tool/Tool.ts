import { Sent } from '../check/Sent';
import { Sequence } from '../lib/Sequence';
import { ToolEntry } from './ToolEntry';
import { ToolRun } from './ToolRun';

/** How long a run that nobody follows any more is still told of, so that whoever was away learns how it ended. */
const TOLD_MS = 10_000;

/** What somebody has the tool do. */
export interface ToolDecision {
  run: string;
  voter: string;
  verdict: 'approve' | 'reject';
}

/**
 * A delivery tool that believes whatever it is told: an approval that arrives twice has its effect twice. Its log is one half of
 * what the checker reads, and outlives every crash, because it is not kept by what crashes.
 */
export class Tool {
  readonly #sequence: Sequence;
  readonly #runs = new Map<string, ToolRun>();
  readonly #over = new Map<string, { at: number; log: ToolEntry[] }>();
  readonly #left = new Map<string, ToolEntry[]>();
  readonly #sent: Sent[] = [];
  #log: ToolEntry[] = [];

  static create(sequence: Sequence): Tool {
    return new Tool(sequence);
  }

  private constructor(sequence: Sequence) {
    this.#sequence = sequence;
  }

  get runs(): ToolRun[] {
    const now = Date.now();
    for (const [key, { at }] of this.#over) {
      if (now - at > TOLD_MS) {
        this.#runs.delete(key);
        this.#over.delete(key);
      }
    }
    return [...this.#runs.values()];
  }

  /** Everything that was ever sent to it, but for what a script is told once more. */
  get sent(): readonly Sent[] {
    return this.#sent;
  }

  /** All that was written of runs at which something arrived after nobody followed them any more. */
  get left(): readonly ToolEntry[] {
    return [...this.#left.values()].flat();
  }

  run(key: string): ToolRun | undefined {
    return this.#runs.get(key);
  }

  start(run: Pick<ToolRun, 'key' | 'pipeline' | 'gate' | 'needed'>): void {
    this.#runs.set(run.key, {
      ...run,
      createdAt: new Date().toISOString(),
      decisions: [],
      state: 'waiting',
    });
  }

  /** Something came, and has its effect later. @param at - its place among all entries, where it is counted from before */
  came(run: string, at = this.#sequence.next()): void {
    this.#sent.push({ at, source: 'tool', run });
  }

  /** Undefined: there is no such run. `late`: it waits no more, nothing was counted. */
  decide({
    run: key,
    voter,
    verdict,
  }: ToolDecision): 'counted' | 'late' | undefined {
    const run = this.#runs.get(key);
    if (!run) {
      return undefined;
    }
    const kind = run.state === 'waiting' ? 'counted' : 'late';
    const at = this.#sequence.next();
    this.#write({ at, kind, run: key, voter, verdict });
    if (kind === 'late') {
      return kind;
    }
    run.decisions.push({ voter, verdict });
    const approvers = new Set(run.decisions.map(one => one.voter));
    if (verdict === 'reject') {
      run.state = 'failed';
    } else if (approvers.size >= run.needed) {
      run.state = 'succeeded';
    }
    return kind;
  }

  /** A number for what is about to be asked of the portal. */
  asks(): number {
    return this.#sequence.next();
  }

  /** The script of a run was told. `ends`: it does what it was told and is over; else it is run again. */
  told(key: string, verdict: 'approve' | 'reject', ends: boolean): void {
    const run = this.#runs.get(key);
    const at = this.#sequence.next();
    this.#write({ at, kind: 'told', run: key, verdict });
    if (run && ends) {
      run.state = verdict === 'approve' ? 'succeeded' : 'failed';
    }
  }

  /** Nobody follows that run any more. @returns what its log says of it, which is forgotten with it */
  close(key: string): ToolEntry[] {
    const ofRun = this.#log.filter(({ run }) => run === key);
    this.#log = this.#log.filter(({ run }) => run !== key);
    this.#over.set(key, { at: Date.now(), log: ofRun });
    return [...ofRun];
  }

  #write(entry: ToolEntry): void {
    const over = this.#over.get(entry.run);
    if (over) {
      over.log.push(entry);
      this.#left.set(entry.run, over.log);
    } else {
      this.#log.push(entry);
    }
  }
}
