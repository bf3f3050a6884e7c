import {
  GateState,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { PipecdStage } from '../native/PipecdRun';
import { nativeName } from '../native/nativeName';
import { StageStatus } from '../native/StageStatus';
import { GateApproval } from './GateApproval';
import { isEnough } from './isEnough';
import { RunContext } from './RunContext';
import { stoppedGateSentence } from './stoppedGateSentence';
import { waitingParts } from './waitingParts';

/** What is waited for, or how a gate ended. @internal */
export function gateSentence(
  stage: PipecdStage,
  state: GateState,
  approvals: readonly GateApproval[],
  context: RunContext,
): Sentence {
  const names = approvals.map(({ name }) => name).join(', ');
  switch (state) {
    case 'upcoming':
      return sentence('gate.upcoming');
    case 'pending':
      return isEnough(stage, context.native.generation, approvals.length)
        ? sentence('gate.enough', { names })
        : sentence('gate.waits', { parts: waitingParts(stage, approvals) });
    case 'approved':
      return approvedSentence(stage, approvals, names);
    case 'expired':
      return names
        ? sentence('gate.expiredWithSome', { names })
        : sentence('gate.expired');
    case 'orphaned':
      return context.phase === 'back'
        ? sentence('gate.orphanedByRollback')
        : sentence('gate.orphaned');
    case 'cancelled':
      return stoppedGateSentence(stage, names, context);
    case 'skipped':
      return stage.skippedBy
        ? sentence('gate.skippedBy', { actor: stage.skippedBy })
        : sentence('gate.skipped');
    default:
      return stage.status === StageStatus.FAILURE
        ? sentence('gate.failed')
        : sentence('gate.unknown', {
            native: nativeName('STAGE', StageStatus, stage.status),
          });
  }
}

function approvedSentence(
  { approvers = [] }: PipecdStage,
  approvals: readonly GateApproval[],
  names: string,
): Sentence {
  if (!names) {
    return sentence('gate.approvedByNobody');
  }
  const unlisted = approvals
    .map(({ name }) => name)
    .filter(name => approvers.length > 0 && !approvers.includes(name))
    .join(', ');
  return unlisted
    ? sentence('gate.approvedUnlisted', { names, unlisted })
    : sentence('gate.approved', { names });
}
