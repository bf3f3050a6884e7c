import { PipecdStage } from '../native/PipecdRun';
import { StageStatus } from '../native/StageStatus';
import { isTimedOutGate } from './isTimedOutGate';
import { RunContext } from './RunContext';
import { StageState } from './StageState';
import { unlistedApprovers } from './unlistedApprovers';

/**
 * Where a stage stands, seen together with its run: what was not started when the run ends or goes back never will be, and what
 * still reads RUNNING then is being stopped.
 *
 * @internal
 */
export function stageStatus(
  stage: PipecdStage,
  context: RunContext,
): StageState {
  switch (stage.status) {
    case StageStatus.NOT_STARTED_YET:
      return { status: isStillToCome(stage, context) ? 'pending' : 'skipped' };
    case StageStatus.RUNNING:
      return runningStage(stage, context);
    case StageStatus.SUCCESS:
      return {
        status: 'succeeded',
        ...(unlistedApprovers(stage, context.native.generation).length > 0 && {
          detail: 'unlisted-approver' as const,
        }),
      };
    case StageStatus.EXITED:
      return { status: 'succeeded' };
    case StageStatus.FAILURE:
      return isTimedOutGate(stage, context.native.generation)
        ? { status: 'failed', detail: 'timed-out' }
        : { status: 'failed' };
    case StageStatus.CANCELLED:
      return { status: 'cancelled', ...cancelledDetail(stage, context) };
    case StageStatus.SKIPPED:
      return { status: 'skipped' };
    default:
      return { status: 'unknown' };
  }
}

function isStillToCome(
  { rollback }: PipecdStage,
  { phase, exitedStage }: RunContext,
): boolean {
  return (
    phase !== 'over' && !exitedStage && (phase !== 'back' || Boolean(rollback))
  );
}

function runningStage(
  { gate, rollback }: PipecdStage,
  { phase }: RunContext,
): StageState {
  if (phase === 'over') {
    return { status: 'unknown' };
  }
  if (phase === 'back' && !rollback) {
    return { status: 'running', detail: 'cancelling' };
  }
  return { status: gate && phase === 'running' ? 'waiting' : 'running' };
}

function cancelledDetail(
  { key }: PipecdStage,
  { cause }: RunContext,
): Pick<StageState, 'detail'> {
  const mine = cause?.stage?.key === key;
  return mine && (cause.kind === 'timed-out' || cause.kind === 'agent-stopped')
    ? { detail: cause.kind }
    : {};
}
