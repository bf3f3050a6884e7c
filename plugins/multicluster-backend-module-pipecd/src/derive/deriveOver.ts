import {
  RunDetail,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { DeploymentStatus } from '../native/DeploymentStatus';
import { causeSentence } from './causeSentence';
import { rollbackOutcome } from './rollbackOutcome';
import { RunContext } from './RunContext';
import { RunHead } from './RunHead';

/**
 * A run that is over. Its verdict is PipeCD's, which stays that of the failure or the cancel whatever came of the rollback; what
 * came of it is said beside.
 *
 * @internal
 */
export function deriveOver(context: RunContext): RunHead {
  const { native, exitedStage: stage } = context;
  if (native.status === DeploymentStatus.SUCCESS) {
    return {
      status: 'succeeded',
      sentence: stage
        ? sentence('run.succeededEarly', { stage })
        : sentence('run.succeeded'),
    };
  }
  const outcome = rollbackOutcome(native.stages);
  const detail = detailOf(context, outcome);
  return {
    status: native.status === DeploymentStatus.FAILURE ? 'failed' : 'cancelled',
    ...(detail && { detail }),
    sentence: endSentence(context),
    notes: outcomeNotes(outcome),
  };
}

function detailOf(
  { cause }: RunContext,
  outcome: ReturnType<typeof rollbackOutcome>,
): RunDetail | undefined {
  if (cause?.kind === 'timed-out' || cause?.kind === 'agent-stopped') {
    return cause.kind;
  }
  return outcome === 'done' ? 'rolled-back' : undefined;
}

function endSentence(context: RunContext): Sentence {
  const { cause, native } = context;
  if (cause && cause.kind !== 'other') {
    return causeSentence(cause, context);
  }
  const reason = cause?.reason;
  if (native.status === DeploymentStatus.CANCELLED) {
    return reason
      ? sentence('run.cancelledBecause', { reason })
      : sentence('run.cancelled');
  }
  return reason
    ? sentence('run.failedBecause', { reason })
    : sentence('run.failed');
}

function outcomeNotes(outcome: ReturnType<typeof rollbackOutcome>): Sentence[] {
  switch (outcome) {
    case 'done':
      return [sentence('run.note.rolledBack')];
    case 'failed':
      return [sentence('run.note.rollbackFailed')];
    default:
      return [];
  }
}
