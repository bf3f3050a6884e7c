import { PipecdRun, PipecdStage } from '../native/PipecdRun';
import { StageStatus } from '../native/StageStatus';
import { phaseOf } from './phaseOf';
import { StageStart } from './RunMemory';
import { StageSpan } from './StageSpan';

/**
 * When a stage began and ended.
 *
 * @remarks
 * PipeCD has one time, which is the start while the stage runs and the end afterwards. Three exceptions: a restart of the piped
 * moves it (the first start seen counts), a v0 stage that its run's end cancels keeps its start (it ended with the run), and a
 * stage that failed before it began has none. A stage that nobody saw running began when the one before it ended.
 *
 * @param before - when the stages before it ended
 * @internal
 */
export function stageTimes(
  stage: PipecdStage,
  run: Pick<PipecdRun, 'generation' | 'status' | 'completedAt'>,
  known: StageStart | undefined,
  before: number | undefined,
): StageSpan {
  const { at, status } = stage;
  if (status === StageStatus.NOT_STARTED_YET || at === undefined) {
    return {};
  }
  if (status === StageStatus.RUNNING) {
    return { start: known?.first ?? at, late: Boolean(known?.late) };
  }
  const keptStart =
    run.generation === 'v0' &&
    status === StageStatus.CANCELLED &&
    at <= (known?.last ?? at);
  if (keptStart) {
    return {
      ...ordered(known?.first ?? at, endOfRun(run)),
      late: Boolean(known?.late),
    };
  }
  return { ...ordered(known?.first ?? before, at), late: Boolean(known?.late) };
}

function endOfRun({
  status,
  completedAt,
}: Pick<PipecdRun, 'status' | 'completedAt'>): number | undefined {
  return phaseOf(status) === 'over' ? completedAt : undefined;
}

/** Clocks of pipeds differ: an end before its start proves that the start is not known. */
function ordered(
  start: number | undefined,
  end: number | undefined,
): StageSpan {
  if (start !== undefined && end !== undefined && start > end) {
    return { end };
  }
  return {
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
}
