import { eventually } from '../eventually';
import { MemoryFleetSink } from '../MemoryFleetSink';
import {
  recordingLaneReporter,
  RecordingLaneReporter,
} from '../recordingLaneReporter';
import { collectingLogger } from './collectingLogger';
import { FleetHarness, FleetSource } from './FleetHarness';
import { FleetWorld, FleetWorldWorkload } from './FleetWorld';
import { uniqueName } from './uniqueName';

/** An observation that a case started. @public */
export interface RunningObservation {
  source: FleetSource;
  sink: MemoryFleetSink;
  report: RecordingLaneReporter;
  /** Settles when the observation does. */
  done: Promise<void>;
  /** Everything that was logged, one text an entry. */
  logged: string[];
  stop(): Promise<void>;
}

/** What a conformance case works with. Everything it started or made is ended and removed after it. @public */
export class FleetConformanceContext {
  static create(harness: FleetHarness): FleetConformanceContext {
    return new FleetConformanceContext(harness);
  }

  readonly #harness: FleetHarness;
  readonly #running = new Set<RunningObservation>();
  readonly #made: FleetWorldWorkload[] = [];
  readonly #undo: Array<() => Promise<void>> = [];

  private constructor(harness: FleetHarness) {
    this.#harness = harness;
  }

  get world(): FleetWorld {
    return this.#harness.world;
  }

  /** Places a workload of a name that no other case uses. */
  async place(options?: {
    labels?: Record<string, string>;
  }): Promise<FleetWorldWorkload> {
    const workload = await this.world.place(uniqueName(), options);
    this.#made.push(workload);
    return workload;
  }

  /** Creates a workload that nothing places; the world must be able to. */
  async addUnplaced(): Promise<FleetWorldWorkload> {
    const workload = await this.ability('addUnplaced')(uniqueName());
    this.#made.push(workload);
    return workload;
  }

  async remove(workload: FleetWorldWorkload): Promise<void> {
    this.#made.splice(this.#made.indexOf(workload), 1);
    await this.world.remove(workload);
  }

  /** What a world can do, for cases that declared that they need it. */
  ability<A extends keyof FleetWorld>(name: A): NonNullable<FleetWorld[A]> {
    const ability = this.world[name];
    if (!ability) {
      throw new Error(`The world cannot ${name}`);
    }
    return ability.bind(this.world) as NonNullable<FleetWorld[A]>;
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

  /** Starts to observe with a new instance of the source. */
  async observe(
    options: { sink?: MemoryFleetSink } = {},
  ): Promise<RunningObservation> {
    const source = await this.#harness.createSource();
    const { sink = MemoryFleetSink.create() } = options;
    const report = recordingLaneReporter();
    const controller = new AbortController();
    const logged: string[] = [];
    const done = source.fleet.observe({
      signal: controller.signal,
      logger: collectingLogger(logged),
      sink,
      report,
      now: () => Date.now(),
    });
    done.catch(() => {});
    const observation: RunningObservation = {
      source,
      sink,
      report,
      done,
      logged,
      stop: async () => {
        this.#running.delete(observation);
        controller.abort();
        await done;
      },
    };
    this.#running.add(observation);
    return observation;
  }

  /** Resolves once `condition` holds, within the harness's patience. */
  async until(condition: () => boolean, what: string): Promise<void> {
    const { patienceMs: timeoutMs = 20_000 } = this.#harness;
    await eventually(condition, { timeoutMs, message: `not so: ${what}` });
  }

  /** Resolves once the workload and a placement of it are stored. */
  async untilPlaced(
    { sink }: RunningObservation,
    workload: FleetWorldWorkload,
  ): Promise<void> {
    await this.until(
      () =>
        findWorkload(sink, workload) !== undefined &&
        findPlacement(sink, workload) !== undefined,
      `${workload.name} and its placement are stored`,
    );
  }

  /** Resolves once everything that happened before has been seen: a workload made now has come. */
  async untilCaughtUp(observation: RunningObservation): Promise<void> {
    await this.untilPlaced(observation, await this.place());
  }

  /** Ends and removes what the case left. */
  async cleanUp(): Promise<void> {
    for (const undo of this.#undo) {
      await undo();
    }
    for (const observation of [...this.#running]) {
      await observation.stop().catch(() => {});
    }
    for (const workload of this.#made) {
      await this.world.remove(workload);
    }
  }
}

/** The stored fact of a workload. @public */
export function findWorkload(
  sink: MemoryFleetSink,
  workload: FleetWorldWorkload,
) {
  return sink.facts('workload').find(fact => isSame(fact, workload));
}

/** The stored fact of a workload's placement. @public */
export function findPlacement(
  sink: MemoryFleetSink,
  workload: FleetWorldWorkload,
) {
  return sink
    .facts('placement')
    .find(fact => !fact.dependency && isSame(fact.workload, workload));
}

function isSame(
  a: Omit<FleetWorldWorkload, 'version'>,
  b: Omit<FleetWorldWorkload, 'version'>,
): boolean {
  return (
    a.group === b.group &&
    a.kind === b.kind &&
    a.namespace === b.namespace &&
    a.name === b.name
  );
}
