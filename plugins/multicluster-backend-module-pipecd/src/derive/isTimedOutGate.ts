import { PipecdRun, PipecdStage } from '../native/PipecdRun';
import { StageStatus } from '../native/StageStatus';

/**
 * Whether a gate of a v0 run failed because its time was up: the one way in which it fails once it was open. Its log says so
 * too; one that was read and does not is believed.
 *
 * @internal
 */
export function isTimedOutGate(
  { gate, status, at, log }: PipecdStage,
  generation: PipecdRun['generation'],
): boolean {
  return (
    generation === 'v0' &&
    Boolean(gate) &&
    status === StageStatus.FAILURE &&
    at !== undefined &&
    (!log || log.timedOut !== undefined)
  );
}
