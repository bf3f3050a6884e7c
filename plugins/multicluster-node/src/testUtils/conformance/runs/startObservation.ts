import { MemoryRunsSink } from '../../MemoryRunsSink';
import {
  recordingLaneReporter,
  RecordingLaneReporter,
} from '../../recordingLaneReporter';
import { collectingLogger } from '../collectingLogger';
import { RunsSource } from './RunsHarness';
import { RunTracker } from './RunTracker';
import { TestDemand, testDemand } from './testDemand';

/** An observation of runs that a case started. @public */
export interface RunningRunsObservation {
  source: RunsSource;
  sink: MemoryRunsSink;
  report: RecordingLaneReporter;
  demand: TestDemand;
  tracker: RunTracker;
  /** Settles when the observation does. */
  done: Promise<void>;
  /** Everything that was logged, one text an entry. */
  logged: string[];
  stop(): Promise<void>;
}

/** Observes with a source until it is stopped. @internal */
export function startObservation(
  source: RunsSource,
  options: { sink?: MemoryRunsSink; pollMs?: number },
): RunningRunsObservation {
  const { sink = MemoryRunsSink.create(), pollMs } = options;
  const report = recordingLaneReporter();
  const demand = testDemand(pollMs);
  const controller = new AbortController();
  const logged: string[] = [];
  const done = source.runs.observe({
    signal: controller.signal,
    logger: collectingLogger(logged),
    sink,
    report,
    demand,
    now: () => Date.now(),
  });
  done.catch(() => {});
  return {
    source,
    sink,
    report,
    demand,
    tracker: RunTracker.create(source, sink),
    done,
    logged,
    async stop() {
      controller.abort();
      await done;
    },
  };
}
