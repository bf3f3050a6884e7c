import { GateState } from '@fairway/backstage-plugin-multicluster-common';
import { PipecdStage } from '../native/PipecdRun';
import { StageStatus } from '../native/StageStatus';
import { isTimedOutGate } from './isTimedOutGate';
import { RunContext } from './RunContext';

/**
 * Where a gate stands, by its stage and its run: in v0 a gate still reads RUNNING while its cancelled run rolls back, and in v1
 * one whose time is up reads CANCELLED.
 *
 * @internal
 */
export function gateState(
  stage: PipecdStage,
  { phase, cause, native }: Pick<RunContext, 'phase' | 'cause' | 'native'>,
): GateState {
  switch (stage.status) {
    case StageStatus.NOT_STARTED_YET:
      return phase === 'back' || phase === 'over' ? 'cancelled' : 'upcoming';
    case StageStatus.RUNNING:
      return openGate(phase);
    case StageStatus.SUCCESS:
      return 'approved';
    case StageStatus.FAILURE:
      return failedGate(stage, native.generation);
    case StageStatus.CANCELLED:
      return cause?.kind === 'timed-out' && cause.stage?.key === stage.key
        ? 'expired'
        : 'cancelled';
    case StageStatus.SKIPPED:
    case StageStatus.EXITED:
      return 'skipped';
    default:
      return 'unknown';
  }
}

function openGate(phase: RunContext['phase']): GateState {
  switch (phase) {
    case 'running':
      return 'pending';
    case 'back':
    case 'over':
      return 'orphaned';
    case 'before':
      return 'upcoming';
    default:
      return 'unknown';
  }
}

/** One that failed before it was open has no time; nobody could decide it. */
function failedGate(
  stage: PipecdStage,
  generation: RunContext['native']['generation'],
): GateState {
  if (stage.at === undefined) {
    return 'cancelled';
  }
  return isTimedOutGate(stage, generation) ? 'expired' : 'unknown';
}
