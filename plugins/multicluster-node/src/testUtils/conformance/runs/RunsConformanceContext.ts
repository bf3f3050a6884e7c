import assert from 'node:assert/strict';
import { Gate, Stage } from '@fairway/backstage-plugin-multicluster-common';
import {
  ActionsFacet,
  DerivedRun,
  GatesFacet,
  gatesOf,
  RunFact,
  StageLogPage,
} from '../../../contract';
import { eventually } from '../../eventually';
import { MemoryRunsSink } from '../../MemoryRunsSink';
import { uniqueName } from '../uniqueName';
import { RunsHarness, RunsPeople, RunsSource } from './RunsHarness';
import {
  RunsWorld,
  RunsWorldGate,
  RunsWorldPipeline,
  RunsWorldRun,
} from './RunsWorld';
import { RunningRunsObservation, startObservation } from './startObservation';

/** What a conformance case works with. Everything it started or made is ended and removed after it. @public */
export class RunsConformanceContext {
  static create(harness: RunsHarness): RunsConformanceContext {
    return new RunsConformanceContext(harness);
  }

  readonly #harness: RunsHarness;
  readonly #running = new Set<RunningRunsObservation>();
  readonly #made: RunsWorldPipeline[] = [];
  readonly #undo: Array<() => Promise<void>> = [];

  private constructor(harness: RunsHarness) {
    this.#harness = harness;
  }

  get world(): RunsWorld {
    return this.#harness.world;
  }

  get people(): RunsPeople {
    return this.#harness.people;
  }

  get secrets(): readonly string[] {
    return this.#harness.secrets;
  }

  get patienceMs(): number {
    return this.#harness.patienceMs ?? 20_000;
  }

  /** A pipeline of a name that no other case uses. */
  async addPipeline(): Promise<RunsWorldPipeline> {
    const pipeline = await this.world.addPipeline(uniqueName());
    this.#made.push(pipeline);
    return pipeline;
  }

  /** A run that runs, of a pipeline of its own unless one is given. */
  async startRun(pipeline?: RunsWorldPipeline): Promise<RunsWorldRun> {
    return this.world.startRun(pipeline ?? (await this.addPipeline()));
  }

  /** A run that waits at a gate, of a pipeline of its own. */
  async startGatedRun(
    gate: RunsWorldGate = { approvers: 'approver' },
  ): Promise<RunsWorldRun> {
    const pipeline = await this.addPipeline();
    return this.ability('startGatedRun')(pipeline, gate);
  }

  /** What a world can do, for cases that declared that they need it. */
  ability<A extends keyof RunsWorld>(name: A): NonNullable<RunsWorld[A]> {
    const ability = this.world[name];
    if (!ability) {
      throw new Error(`The world cannot ${name}`);
    }
    return (
      typeof ability === 'function' ? ability.bind(this.world) : ability
    ) as NonNullable<RunsWorld[A]>;
  }

  /** Begins a fault that ends with the case, or earlier when the result is called. */
  async begin(
    fault: () => Promise<() => Promise<void>>,
  ): Promise<() => Promise<void>> {
    const end = await fault();
    let ended = false;
    const once = async () => {
      if (!ended) {
        ended = true;
        await end();
      }
    };
    this.#undo.push(once);
    return once;
  }

  /** A new instance of the source. */
  async createSource(): Promise<RunsSource> {
    return this.#harness.createSource();
  }

  /** Starts to observe with a new instance of the source. */
  async observe(
    options: { sink?: MemoryRunsSink } = {},
  ): Promise<RunningRunsObservation> {
    const observation = startObservation(await this.createSource(), {
      ...options,
      pollMs: this.#harness.pollMs,
    });
    this.#running.add(observation);
    return observation;
  }

  /** Resolves once `condition` holds, within the harness's patience. */
  async until(condition: () => boolean, what: string): Promise<void> {
    await eventually(condition, {
      timeoutMs: this.patienceMs,
      message: `not so: ${what}`,
    });
  }

  /** Resolves with what is derived of a run once it is stored and `condition` holds of it. */
  async untilRun(
    { tracker }: RunningRunsObservation,
    run: RunsWorldRun,
    what: string,
    condition: (derived: DerivedRun) => boolean = () => true,
  ): Promise<DerivedRun> {
    let last: DerivedRun | undefined;
    return eventually(
      () => {
        last = tracker.derive(run.key);
        return last && condition(last) ? last : undefined;
      },
      {
        timeoutMs: this.patienceMs,
        message: () => `not so: ${what}; the run reads ${JSON.stringify(last)}`,
      },
    );
  }

  /** Resolves once everything that happened before has been seen: a run made now has come. */
  async untilCaughtUp(observation: RunningRunsObservation): Promise<void> {
    await this.untilRun(
      observation,
      await this.startRun(),
      'a run that starts now is stored',
    );
  }

  /** A run that waits at a gate, seen by an observation, with that gate. */
  async seenGate(gate?: RunsWorldGate): Promise<{
    observation: RunningRunsObservation;
    run: RunsWorldRun;
    fact: RunFact;
    gate: Gate;
  }> {
    const observation = await this.observe();
    const run = await this.startGatedRun(gate);
    const open = await this.untilGate(observation, run);
    return { observation, run, fact: this.fact(observation, run), gate: open };
  }

  /** Resolves with the gate of a run that waits, once it is seen to. */
  async untilGate(
    observation: RunningRunsObservation,
    run: RunsWorldRun,
    condition: (gate: Gate) => boolean = () => true,
  ): Promise<Gate> {
    const find = (derived: DerivedRun) =>
      gatesOf(derived).find(
        ({ state, ...gate }) =>
          state === 'pending' && condition({ state, ...gate }),
      );
    const derived = await this.untilRun(
      observation,
      run,
      'a gate of it waits',
      candidate => find(candidate) !== undefined,
    );
    return find(derived)!;
  }

  /** The stored fact of a run. */
  fact({ sink }: RunningRunsObservation, run: RunsWorldRun): RunFact {
    const fact = sink.fact('run', run.key);
    assert.ok(fact, `run ${run.key} is not stored`);
    return fact;
  }

  /** A run that runs, seen by an observation, with the stage that runs. */
  async seenStage(): Promise<{
    observation: RunningRunsObservation;
    run: RunsWorldRun;
    fact: RunFact;
    stage: Stage;
    derived: DerivedRun;
  }> {
    const observation = await this.observe();
    const run = await this.startRun();
    const derived = await this.untilRun(
      observation,
      run,
      'a stage of it runs',
      ({ stages }) => stages.some(({ status }) => status === 'running'),
    );
    await this.until(
      () => observation.sink.fact('pipeline', run.pipelineKey) !== undefined,
      'its pipeline is stored',
    );
    const stage = derived.stages.find(({ status }) => status === 'running')!;
    const fact = this.fact(observation, run);
    return { observation, run, fact, stage, derived };
  }

  /** Reads one page of a log. */
  async log(
    source: RunsSource,
    fact: RunFact,
    stageId: string,
    options: {
      cursor?: string;
      deadlineMs?: number;
      signal?: AbortSignal;
    } = {},
  ): Promise<StageLogPage> {
    return source.runs.log({
      run: fact,
      stageId,
      caller: this.people.approver.caller,
      userCredential: this.people.approver.userCredential,
      deadlineMs: 5_000,
      signal: AbortSignal.timeout(this.patienceMs),
      ...options,
    });
  }

  /** The gates facet of a source that says that it has one. */
  gates(source: RunsSource): GatesFacet {
    assert.ok(source.gates, 'the source has no gates facet');
    return source.gates;
  }

  /** The actions facet of a source that says that it has one. */
  actions(source: RunsSource): ActionsFacet {
    assert.ok(source.actions, 'the source has no actions facet');
    return source.actions;
  }

  /** Ends and removes what the case left. */
  async cleanUp(): Promise<void> {
    for (const undo of this.#undo) {
      await undo();
    }
    for (const observation of [...this.#running]) {
      await observation.stop().catch(() => {});
    }
    for (const pipeline of this.#made) {
      await this.world.remove(pipeline);
    }
  }
}
