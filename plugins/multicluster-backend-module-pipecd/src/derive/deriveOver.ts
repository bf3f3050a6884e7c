import {
  RunDetail,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { DeploymentStatus } from '../native/DeploymentStatus';
import { StageStatus } from '../native/StageStatus';
import { causeSentence } from './causeSentence';
import { rollbackOutcome } from './rollbackOutcome';
import { RunContext } from './RunContext';
import { RunHead } from './RunHead';
import { unlistedApprovers } from './unlistedApprovers';

/**
 * A run that is over. Its verdict is PipeCD's, which stays that of the failure or the cancel whatever came of the rollback; what
 * came of it is said beside.
 *
 * @internal
 */
export function deriveOver(context: RunContext): RunHead {
  const { native } = context;
  if (native.status === DeploymentStatus.SUCCESS) {
    return succeeded(context);
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

function succeeded({ native, exitedStage: stage }: RunContext): RunHead {
  const unlisted = native.stages.flatMap(item =>
    item.status === StageStatus.SUCCESS
      ? unlistedApprovers(item, native.generation)
      : [],
  );
  if (unlisted.length > 0) {
    const names = [...new Set(unlisted)].join(', ');
    return {
      status: 'succeeded',
      detail: 'unlisted-approver',
      sentence: sentence('run.succeededUnlisted', { names }),
    };
  }
  return {
    status: 'succeeded',
    sentence: stage
      ? sentence('run.succeededEarly', { stage })
      : sentence('run.succeeded'),
  };
}

function detailOf(
  { cause }: RunContext,
  outcome: ReturnType<typeof rollbackOutcome>,
): RunDetail | undefined {
  // Whatever it was that ended the run: what runs now is what matters.
  if (outcome === 'failed') {
    return 'rollback-failed';
  }
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
