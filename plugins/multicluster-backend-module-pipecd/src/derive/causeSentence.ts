import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { EndCause } from './EndCause';
import { RunContext } from './RunContext';

/** Why a run ended, or why it rolls back, in a sentence of its own. @internal */
export function causeSentence(
  cause: EndCause,
  { agentName: agent, phase }: Pick<RunContext, 'agentName' | 'phase'>,
): Sentence {
  const { actor, reason, stageName: stage = '' } = cause;
  switch (cause.kind) {
    case 'failed':
      return cause.stage && cause.stage.at === undefined && phase === 'over'
        ? sentence('run.failedBeforeStart', { stage })
        : sentence('run.failedAt', { stage });
    case 'not-planned':
      return reason
        ? sentence('run.notPlannedBecause', { reason })
        : sentence('run.notPlanned');
    case 'timed-out':
      return cause.stage?.gate
        ? sentence('run.gateTimedOut', { stage })
        : sentence('run.timedOut', { stage });
    case 'agent-stopped':
      return cause.stage?.gate
        ? sentence('run.agentStoppedAtGate', { stage, agent })
        : sentence('run.agentStopped', { stage, agent });
    case 'cancelled':
      return actor
        ? sentence('run.cancelledBy', { actor, stage })
        : sentence('run.cancelled');
    default:
      return reason
        ? sentence('run.failedBecause', { reason })
        : sentence('run.failed');
  }
}
