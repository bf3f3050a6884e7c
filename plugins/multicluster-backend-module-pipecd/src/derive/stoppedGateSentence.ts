import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { PipecdStage } from '../native/PipecdRun';
import { StageStatus } from '../native/StageStatus';
import { RunContext } from './RunContext';

/**
 * Why a gate ended without a decision. A v1 piped that stops gracefully cancels its gates; why is said when the run ends, after
 * the piped was started again.
 *
 * @param names - who had approved, joined
 * @internal
 */
export function stoppedGateSentence(
  stage: PipecdStage,
  names: string,
  { cause, phase, agentName: agent }: RunContext,
): Sentence {
  if (stage.status !== StageStatus.CANCELLED) {
    return sentence('gate.cancelled');
  }
  if (phase === 'running') {
    return sentence('gate.cancelledUnexplained');
  }
  if (cause?.stage?.key !== stage.key) {
    return sentence('gate.cancelled');
  }
  if (cause.kind === 'agent-stopped') {
    return names
      ? sentence('gate.agentStoppedWithSome', { agent, names })
      : sentence('gate.agentStopped', { agent });
  }
  return cause.actor
    ? sentence('gate.cancelledBy', { actor: cause.actor })
    : sentence('gate.cancelled');
}
