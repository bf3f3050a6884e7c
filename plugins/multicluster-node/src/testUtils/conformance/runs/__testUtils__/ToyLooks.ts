import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { ObserveRunsContext, RunFact } from '../../../../contract';
import { Flaws } from './flaws';
import { projectAgent, projectPipeline, projectRun } from './toyProject';
import { ToyCall, ToyError, ToyRun, ToyTool } from './ToyTool';

export const PIPELINES = 'pipelines';
export const RUNS = 'runs';

const DEADLINE = 300;
/** Changes that are read once more, for rows that moved while a list was walked. */
const OVERLAP = 20;

const known = [
  'PENDING',
  'RUNNING',
  'ROLLING_BACK',
  'GATED',
  'SUCCEEDED',
  'FAILED',
  'CANCELLED',
];

/** One look after the other at a toy tool, and what each stores. */
export class ToyLooks {
  static create(tool: ToyTool, context: ObserveRunsContext, flaws: Flaws) {
    return new ToyLooks(tool, context, flaws);
  }

  readonly #names = new Map<string, string>();
  readonly #told = new Set<string>();
  #looked = false;

  private constructor(
    private readonly tool: ToyTool,
    private readonly context: ObserveRunsContext,
    private readonly flaws: Flaws,
  ) {}

  async pipelines(): Promise<void> {
    const { sink, report } = this.context;
    if (
      this.flaws.has('takes a failure for an empty list') &&
      this.tool.revoked
    ) {
      const sweep = await sink.beginSweep(PIPELINES);
      await sweep.complete('0');
    }
    const pipelines = await this.tool.listPipelines(this.call());
    report.contact(PIPELINES);
    pipelines.forEach(({ id, name }) => this.#names.set(id, name));
    const sweep = await sink.beginSweep(PIPELINES);
    const shown = this.flaws.has('shows only what ran')
      ? pipelines.filter(({ id }) =>
          [...this.tool.runs.values()].some(run => run.pipeline === id),
        )
      : pipelines;
    await sweep.page(
      shown.flatMap(pipeline => {
        const fact = projectPipeline(pipeline);
        return [
          this.flaws.has('takes all pipelines for enabled')
            ? { ...fact, disabled: false }
            : fact,
          ...(this.flaws.has('knows no agents')
            ? []
            : [projectAgent(pipeline)]),
        ];
      }),
    );
    if (!this.flaws.has('keeps deleted pipelines')) {
      await sweep.complete('0');
    }
  }

  async runs(): Promise<void> {
    const { sink, report } = this.context;
    const since = this.flaws.has('never resumes')
      ? 0
      : Number((await sink.checkpoint(RUNS)) ?? 0);
    const fromNow = this.flaws.has('starts from now') && !this.#looked;
    this.#looked = true;
    const changed = fromNow ? new Map() : await this.changed(since);
    if (fromNow) {
      const newest = [...this.tool.runs.values()].map(run => run.updated);
      const checkpoint = String(Math.max(0, ...newest) + OVERLAP);
      await sink.change({ lane: RUNS, upserts: [], deletes: [], checkpoint });
      return;
    }
    if (!this.flaws.has('reads lists alone')) {
      for (const { key } of await sink.active()) {
        if (!changed.has(key)) {
          await this.read(key, changed);
        }
      }
    }
    if (!this.flaws.has('makes no contact')) {
      report.contact(RUNS);
    }
    const facts = [...changed.values()].map(run => this.fact(run));
    const reached = Math.max(
      since,
      ...[...changed.values()].map(({ updated }) => updated),
    );
    await this.store(facts, String(reached));
  }

  private async store(upserts: RunFact[], checkpoint: string): Promise<void> {
    const { sink } = this.context;
    if (this.flaws.has('sweeps runs')) {
      const sweep = await sink.beginSweep(RUNS);
      await sweep.page(upserts);
      await sweep.complete(checkpoint);
      return;
    }
    const doubled = this.flaws.has('sends rows twice')
      ? [...upserts, ...upserts]
      : upserts;
    const batch = { lane: RUNS, deletes: [], checkpoint, upserts: doubled };
    if (this.flaws.has('writes in parallel')) {
      await Promise.all([sink.change(batch), sink.change(batch)]);
    } else if (this.flaws.has('goes on without the lease')) {
      await sink.change(batch).catch(() => {});
    } else {
      await sink.change(batch);
    }
    if (this.flaws.has('deletes runs of deleted pipelines')) {
      const gone = upserts
        .concat(await this.stored())
        .filter(
          ({ pipelineKey }) => this.tool.pipelines.get(pipelineKey)?.deleted,
        );
      const deletes = gone.map(({ type, key }) => ({ type, key }));
      await sink.change({ lane: RUNS, upserts: [], deletes });
    }
  }

  private async stored(): Promise<RunFact[]> {
    return [...this.tool.runs.values()].map(run => this.fact(run));
  }

  /** All runs that changed since, each once, as newly as any page had it. */
  private async changed(since: number): Promise<Map<string, ToyRun>> {
    const { sink } = this.context;
    const found = new Map<string, ToyRun>();
    let cursor: number | undefined = 0;
    while (cursor !== undefined) {
      const page: { runs: ToyRun[]; cursor?: number } | undefined =
        await this.page(cursor);
      if (!page) {
        return found;
      }
      for (const run of page.runs) {
        const before = found.get(run.id);
        const late =
          this.flaws.has('starts from now') && run.updated <= since - OVERLAP;
        if (!late && (!before || before.updated < run.updated)) {
          found.set(run.id, run);
        }
      }
      if (this.flaws.has('keeps half lists')) {
        const checkpoint = String(page.runs[0]?.updated ?? 0);
        const upserts = page.runs.map(run => this.fact(run));
        await sink.change({ lane: RUNS, upserts, deletes: [], checkpoint });
      }
      const oldest = page.runs[page.runs.length - 1]?.updated ?? 0;
      const overlap = this.flaws.has('keeps half lists') ? 0 : OVERLAP;
      const done =
        oldest <= since - overlap || this.flaws.has('reads one page');
      cursor = done ? undefined : page.cursor;
    }
    return found;
  }

  private async page(cursor: number) {
    try {
      return await this.tool.listRuns(this.call(), cursor);
    } catch (error) {
      if (!this.flaws.has('ends half lists') || cursor === 0) {
        throw error;
      }
      this.context.report.problem(RUNS, {
        code: 'incomplete',
        sentence: sentence('source.problem.incomplete', { subject: 'Runs' }),
      });
      return undefined;
    }
  }

  private async read(key: string, into: Map<string, ToyRun>): Promise<void> {
    try {
      into.set(key, await this.tool.getRun(this.call(), key));
    } catch (error) {
      if (!(error instanceof ToyError) || error.kind !== 'not-found') {
        throw error;
      }
    }
  }

  private fact(run: ToyRun): RunFact {
    const { logger } = this.context;
    const { status } = run;
    const silent = this.flaws.has('is silent about the unknown');
    const always = this.flaws.has('logs the unknown each time');
    if (!known.includes(status) && !silent) {
      if (always || !this.#told.has(status)) {
        logger.warn(`A run has a status that is not known: ${status}`);
      }
      this.#told.add(status);
    }
    const name = this.#names.get(run.pipeline) ?? run.pipeline;
    const fact = projectRun(run, name, this.flaws);
    const log = this.tool.logs.get(`${run.id}/build`) ?? [];
    return this.flaws.has('keeps logs')
      ? { ...fact, native: { ...fact.native, log: log.map(l => l.text) } }
      : fact;
  }

  private call(): ToyCall {
    const { signal } = this.context;
    if (this.flaws.has('has no deadlines')) {
      return { signal };
    }
    const limit = AbortSignal.timeout(DEADLINE);
    return {
      signal: this.flaws.has('does not give up')
        ? AbortSignal.timeout(4000)
        : AbortSignal.any([signal, limit]),
    };
  }
}
