import {
  ActionResult,
  Gate,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  ActionName,
  ActionRequest,
  DerivedRun,
  gatesOf,
  PipelineFact,
  RunFact,
  StageLogPage,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  eventually,
  MemoryRunsSink,
  recordingLaneReporter,
  RunsSource,
  RunTracker,
  testDemand,
} from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { mockServices } from '@backstage/backend-test-utils';
import { readerStates } from '../../__fixtures__/readerStates';

/** As often as a reader looks, and the source asks. */
const LOOK_MS = 500;
/** A piped asks for commands and deployments every few seconds, and one that is idle plans only then. */
const PATIENCE_MS = 120_000;

function callerOf(name: string) {
  const userEntityRef = `user:default/${name}`;
  return { userEntityRef, ownershipEntityRefs: [userEntityRef] };
}

/** Somebody who reads a real PipeCD through a source, and acts with it. */
export class RealReader {
  static start(source: RunsSource): RealReader {
    return new RealReader(source);
  }

  readonly report = recordingLaneReporter();
  readonly sink = MemoryRunsSink.create();
  readonly #source: RunsSource;
  readonly #tracker: RunTracker;
  readonly #stop = new AbortController();
  readonly #done: Promise<void>;
  readonly #seen = new Map<string, string[]>();
  readonly #timer: NodeJS.Timeout;

  private constructor(source: RunsSource) {
    this.#source = source;
    this.#tracker = RunTracker.create(source, this.sink);
    this.#done = source.runs.observe({
      signal: this.#stop.signal,
      logger: mockServices.logger.mock(),
      sink: this.sink,
      report: this.report,
      demand: testDemand(LOOK_MS),
      now: () => Date.now(),
    });
    this.#done.catch(() => {});
    this.#timer = setInterval(
      () => [...this.#seen.keys()].forEach(key => this.#look(key)),
      LOOK_MS / 2,
    );
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#stop.abort();
    await this.#done;
  }

  /** Problems that are open. */
  problems(): string[] {
    return [...this.report.lanes.values()].flatMap(({ problem, retired }) =>
      problem && !retired ? [problem.sentence.text] : [],
    );
  }

  async pipeline(name: string): Promise<PipelineFact> {
    await this.sink.until(
      () => this.sink.storedCheckpoint('deployments') !== undefined,
      PATIENCE_MS,
    );
    return await eventually(
      () => this.sink.facts('pipeline').find(fact => fact.name === name),
      { timeoutMs: PATIENCE_MS, message: `no application ${name}` },
    );
  }

  /** Cancels what runs of an application, and waits until nothing does. */
  async clear(name: string): Promise<void> {
    const { key } = await this.pipeline(name);
    await eventually(
      async () => {
        const active = this.#runsOf(key).filter(run => run.active);
        for (const run of active) {
          await this.act('cancel', { kind: 'run', run });
        }
        await new Promise(resolve => setTimeout(resolve, 4 * LOOK_MS));
        return active.length === 0;
      },
      { timeoutMs: PATIENCE_MS, message: `${name} does not come to rest` },
    );
  }

  /** Syncs an application through the source; gives the key of the run that comes of it. */
  async sync(name: string, as = 'dana'): Promise<string> {
    const pipeline = await this.pipeline(name);
    const before = new Set(this.#runsOf(pipeline.key).map(({ key }) => key));
    const subject = { kind: 'pipeline' as const, pipeline };
    const { outcome } = await this.act('sync', subject, as);
    if (outcome !== 'requested') {
      throw new Error(`The sync of ${name} came to "${outcome}"`);
    }
    const run = await eventually(
      () => this.#runsOf(pipeline.key).find(({ key }) => !before.has(key)),
      { timeoutMs: PATIENCE_MS, message: `no deployment of ${name}` },
    );
    this.#look(run.key);
    return run.key;
  }

  async act(
    name: ActionName,
    subject: ActionRequest['subject'],
    as = 'dana',
  ): Promise<ActionResult> {
    return await this.#source.actions!.act({
      name,
      subject,
      caller: callerOf(as),
      idempotencyKey: `${Math.random()}`,
      deadlineMs: 10_000,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  }

  /** Approves the gate that waits, as it is seen now. */
  async approve(key: string, as: string): Promise<ActionResult> {
    const gate = await this.openGate(key);
    return await this.#source.gates!.decide({
      run: this.fact(key),
      gateId: gate.id,
      version: gate.version,
      verdict: 'approve',
      caller: callerOf(as),
      idempotencyKey: `${Math.random()}`,
      deadlineMs: 10_000,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  }

  async openGate(key: string): Promise<Gate> {
    const find = (run: DerivedRun) =>
      gatesOf(run).find(({ state }) => state === 'pending');
    return find(await this.until(key, 'a gate waits', run => !!find(run)))!;
  }

  /** The gate that waits, once its log, which a piped stores some seconds later, has told how many approvals it needs. */
  async countedGate(key: string): Promise<Gate> {
    const find = (run: DerivedRun) =>
      gatesOf(run).find(
        ({ state, quorum }) => state === 'pending' && quorum.n !== undefined,
      );
    const what = 'it is known how many approvals a gate needs';
    return find(await this.until(key, what, run => !!find(run)))!;
  }

  /** What is derived of a run once that holds. */
  async until(
    key: string,
    what: string,
    condition: (run: DerivedRun) => boolean,
  ): Promise<DerivedRun> {
    return await eventually(
      () => {
        const run = this.#look(key);
        return run && condition(run) ? run : undefined;
      },
      {
        timeoutMs: PATIENCE_MS,
        message: () => `not so: ${what}; seen:\n${this.told(key).join('\n')}`,
      },
    );
  }

  fact(key: string): RunFact {
    return this.sink.fact('run', key)!;
  }

  /** A page of the log of a stage. */
  async log(key: string, stageId: string, cursor?: string) {
    const page: StageLogPage = await this.#source.runs.log({
      run: this.fact(key),
      stageId,
      caller: callerOf('dana'),
      deadlineMs: 10_000,
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(cursor && { cursor }),
    });
    return page;
  }

  /** What a reader saw of a run, in order: `run | stages | gates | votes`. */
  told(key: string): string[] {
    return this.#seen.get(key) ?? [];
  }

  #runsOf(pipelineKey: string): RunFact[] {
    return this.sink
      .facts('run')
      .filter(run => run.pipelineKey === pipelineKey);
  }

  /** A run as it is derived now; notes what changed for a reader. Only runs that are followed: there may be thousands. */
  #look(key: string): DerivedRun | undefined {
    const run = this.#tracker.derive(key);
    const [state] = run ? readerStates([run]) : [];
    if (state) {
      const { stages, gates, votes } = state;
      const line = [state.run, stages, gates, votes]
        .filter(Boolean)
        .join(' | ');
      const seen = this.#seen.get(key) ?? [];
      if (seen.at(-1) !== line) {
        this.#seen.set(key, [...seen, line]);
      }
    }
    return run;
  }
}
