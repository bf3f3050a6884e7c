import {
  isRunOver,
  RunStatus,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  AgentFact,
  DerivedRun,
  DeriveRunInput,
  RunFact,
} from '../../../contract';
import { MemoryRunsSink } from '../../MemoryRunsSink';
import { RunsSource } from './RunsHarness';

/** Derives the runs of a sink as the core does: with what was derived before, and with what stands beside them. @public */
export class RunTracker {
  static create(source: RunsSource, sink: MemoryRunsSink): RunTracker {
    return new RunTracker(source, sink);
  }

  readonly #source: RunsSource;
  readonly #sink: MemoryRunsSink;
  readonly #derived = new Map<string, DerivedRun>();
  readonly #agents = new Map<string, { state: string; since: number }>();

  private constructor(source: RunsSource, sink: MemoryRunsSink) {
    this.#source = source;
    this.#sink = sink;
  }

  /** Derives a run that is stored, and remembers it; undefined when it is not. */
  derive(key: string): DerivedRun | undefined {
    const run = this.#sink.fact('run', key);
    return run && this.#derive(run, this.#ahead(run));
  }

  /** What `derive` is given for a stored run. */
  input(run: RunFact): DeriveRunInput {
    return this.#input(run, this.#ahead(run));
  }

  #derive(run: RunFact, ahead: DeriveRunInput['ahead']): DerivedRun {
    const derived = this.#source.runs.derive(this.#input(run, ahead));
    this.#derived.set(run.key, derived);
    return derived;
  }

  #input(run: RunFact, ahead: DeriveRunInput['ahead']): DeriveRunInput {
    const pipeline = this.#sink.fact('pipeline', run.pipelineKey);
    const agentKey = run.agentKey ?? pipeline?.agentKey;
    const agent = agentKey ? this.#sink.fact('agent', agentKey) : undefined;
    return {
      run,
      pipeline,
      agent: agent && this.#since(agent),
      gates: this.#sink
        .facts('gate')
        .filter(({ runKey }) => runKey === run.key),
      ahead,
      previous: this.#derived.get(run.key),
      now: Date.now(),
    };
  }

  #ahead(run: RunFact): Array<{ key: string; status: RunStatus }> {
    const ahead: Array<{ key: string; status: RunStatus }> = [];
    const at = Date.parse(run.createdAt);
    const before = this.#sink
      .facts('run')
      .filter(
        other =>
          run.active &&
          other.active &&
          other.pipelineKey === run.pipelineKey &&
          Date.parse(other.createdAt) < at,
      )
      .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
    for (const other of before) {
      // With those before it, each derived once: asked anew for each, they take twice as long with every run there is.
      const { status } = this.#derive(other, [...ahead]);
      if (!isRunOver(status)) {
        ahead.push({ key: other.key, status });
      }
    }
    return ahead;
  }

  #since(agent: AgentFact): AgentFact & { since: number } {
    const known = this.#agents.get(agent.key);
    const since = known?.state === agent.state ? known.since : Date.now();
    this.#agents.set(agent.key, { state: agent.state, since });
    return { ...agent, since };
  }
}
