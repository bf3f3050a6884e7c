import { DerivedRun } from '@fairway/backstage-plugin-multicluster-node';
import { SourceRegistry } from '../../service/SourceRegistry';
import { RunRecord } from '../../views/runs/RunRecord';

const DEADLINE_MS = 5_000;
/** Scripts that ask at the same moment share a reading. */
const SHARED_MS = 1_000;

/**
 * Runs as their tool says they are now: what an answer is given by must not be some seconds old, because a script goes on
 * asking after its run was cancelled, and a second stage asks right after the first.
 */
export class FreshRuns {
  static create(sources: Pick<SourceRegistry, 'get'>): FreshRuns {
    return new FreshRuns(sources);
  }

  readonly #sources: Pick<SourceRegistry, 'get'>;
  readonly #readings = new Map<
    string,
    { at: number; run: Promise<DerivedRun | undefined> }
  >();

  private constructor(sources: Pick<SourceRegistry, 'get'>) {
    this.#sources = sources;
  }

  /** Undefined: the tool knows no such run. Rejects when it cannot be read. A source that cannot read anew is taken as stored. */
  async read(record: RunRecord): Promise<DerivedRun | undefined> {
    const gates = this.#sources.get(record.pipeline.source)?.gates;
    if (!gates?.read) {
      return record.derived;
    }
    const key = JSON.stringify([record.pipeline.source, record.fact.key]);
    const shared = this.#readings.get(key);
    const now = performance.now();
    if (shared && now - shared.at < SHARED_MS) {
      return await shared.run;
    }
    this.#forgetOld(now);
    const run = gates.read({
      run: record.fact,
      derived: record.derived,
      deadlineMs: DEADLINE_MS,
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    this.#readings.set(key, { at: now, run });
    return await run;
  }

  #forgetOld(now: number): void {
    for (const [key, { at }] of this.#readings) {
      if (now - at >= SHARED_MS) {
        this.#readings.delete(key);
      }
    }
  }
}
