import { sentence, Stage } from '@fairway/backstage-plugin-multicluster-common';
import { gateApprovals } from './gateApprovals';
import { RunContext } from './RunContext';
import { RunHead } from './RunHead';
import { waitingParts } from './waitingParts';

/**
 * A run between its beginning and its end. What is wrong comes first: a stage that failed or was stopped (its run ends within
 * seconds, or when a piped that was stopped is back), a piped that is offline, and only then what runs.
 *
 * @internal
 */
export function deriveRunning(context: RunContext, stages: Stage[]): RunHead {
  const gate = stages.find(stage => stage.gate?.state === 'pending');
  if (gate) {
    return waiting(gate, context);
  }
  const failed = stages.find(({ status }) => status === 'failed');
  if (failed) {
    const stage = failed.name;
    return {
      status: 'running',
      sentence: sentence('run.stageFailed', { stage }),
    };
  }
  const stopped = stages.find(({ status }) => status === 'cancelled');
  if (stopped) {
    const stage = stopped.name;
    return {
      status: 'running',
      detail: 'cancelling',
      sentence: sentence('run.stageStopped', { stage }),
    };
  }
  return moving(context, stages);
}

function waiting(stage: Stage, context: RunContext): RunHead {
  const { agentName: agent, offlineSince, native } = context;
  const expiresAt = stage.gate?.expiresAt;
  const recheckAt = expiresAt ? { recheckAt: Date.parse(expiresAt) } : {};
  if (offlineSince !== undefined) {
    return {
      status: 'waiting',
      detail: 'agent-stopped',
      sentence: sentence('run.agentOfflineAtGate', {
        stage: stage.name,
        agent,
        since: new Date(offlineSince),
      }),
    };
  }
  const own = native.stages.find(({ key }) => key === stage.id);
  const approvals = own ? gateApprovals(own, native.generation) : [];
  return {
    status: 'waiting',
    sentence:
      own && stage.gate?.actionable
        ? sentence('run.waiting', {
            stage: stage.name,
            parts: waitingParts(own, approvals),
          })
        : sentence('run.gateEnough', {
            stage: stage.name,
            names: approvals.map(({ name }) => name).join(', '),
          }),
    ...recheckAt,
  };
}

function moving(context: RunContext, stages: Stage[]): RunHead {
  const { agentName: agent, offlineSince } = context;
  const running = stages.filter(({ status }) => status === 'running');
  const detail = running.some(({ kind }) => kind === 'analysis')
    ? { detail: 'verifying' as const }
    : {};
  if (offlineSince !== undefined) {
    const since = new Date(offlineSince);
    return {
      status: 'running',
      detail: 'agent-stopped',
      sentence: sentence('run.agentOfflineWhileRunning', { agent, since }),
    };
  }
  if (running.length > 0) {
    const stage = running.map(({ name }) => name).join(', ');
    return {
      status: 'running',
      ...detail,
      sentence: sentence('run.runningStage', { stage }),
    };
  }
  const next = stages.find(({ status }) => status === 'pending');
  return {
    status: 'running',
    sentence: next
      ? sentence('run.betweenStages', { stage: next.name })
      : sentence('run.running'),
  };
}
