import { DeploymentStatus } from '../native/DeploymentStatus';
import { PipecdRun } from '../native/PipecdRun';
import { EndCause } from './EndCause';
import { isTimedOutGate } from './isTimedOutGate';
import { phaseOf } from './phaseOf';

const CANCELLED_BY = /^Cancelled by (.*) while executing stage (.+)$/;
const STOPPED = /^Deployment was cancelled while executing stage (.+)$/;
const FAILED_AT = /^Failed while executing stage (.+)$/;
/** All that PipeCD says when a plan is refused: its own words, once more in brackets. */
const EMPTY_PLAN_REASON = /^Unable to plan the deployment \(unable to plan/;

/**
 * Why a deployment ended or rolls back. PipeCD has one text for it, with a meaning of its own in each kind of piped.
 *
 * @returns undefined while it does neither, and for a success
 * @internal
 */
export function causeOf(run: PipecdRun): EndCause | undefined {
  const { status, reason = '', stages } = run;
  const phase = phaseOf(status);
  if (
    (phase !== 'over' && phase !== 'back') ||
    status === DeploymentStatus.SUCCESS
  ) {
    return undefined;
  }
  if (status === DeploymentStatus.FAILURE && stages.length === 0) {
    const said = EMPTY_PLAN_REASON.test(reason) ? undefined : reason;
    return { kind: 'not-planned', ...(said && { reason: said }) };
  }
  return (
    cancelledBy(run, CANCELLED_BY.exec(reason)) ??
    stopped(run, STOPPED.exec(reason)) ??
    failedAt(run, FAILED_AT.exec(reason)) ?? {
      kind: 'other',
      ...(reason && { reason }),
    }
  );
}

/** A v1 stage whose time is up is cancelled by nobody: the name is empty, with a blank on either side of it. */
function cancelledBy(
  run: PipecdRun,
  match: RegExpExecArray | null,
): EndCause | undefined {
  if (!match) {
    return undefined;
  }
  const [, name, id] = match;
  const actor = name.trim();
  const nobody = run.generation === 'v1' ? 'timed-out' : 'cancelled';
  return {
    kind: actor ? 'cancelled' : nobody,
    ...stageOf(run, id),
    ...(actor && { actor }),
  };
}

/** A v1 piped that is stopped gracefully cancels what runs; after its start the deployment is cancelled for that. */
function stopped(
  run: PipecdRun,
  match: RegExpExecArray | null,
): EndCause | undefined {
  return match
    ? {
        kind: run.generation === 'v1' ? 'agent-stopped' : 'cancelled',
        ...stageOf(run, match[1]),
      }
    : undefined;
}

/** A v0 gate fails when its time is up. */
function failedAt(
  run: PipecdRun,
  match: RegExpExecArray | null,
): EndCause | undefined {
  if (!match) {
    return undefined;
  }
  const at = stageOf(run, match[1]);
  const late = at.stage && isTimedOutGate(at.stage, run.generation);
  return { kind: late ? 'timed-out' : 'failed', ...at };
}

function stageOf(
  { stages }: PipecdRun,
  id: string,
): Pick<EndCause, 'stage' | 'stageName'> {
  const stage = stages.find(candidate => candidate.id === id);
  return {
    ...(stage && { stage }),
    stageName: stage?.name || id,
  };
}
