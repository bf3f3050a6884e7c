import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { DeploymentStatus } from '../native/DeploymentStatus';
import { RunContext } from './RunContext';
import { RunHead } from './RunHead';

const MINUTES = 5;

/**
 * A run that has not begun. PipeCD runs one deployment of an application at a time, the others stay PENDING; one that stays so
 * with nothing before it and its piped online is a fault (planning takes seconds, 20 at most as measured).
 *
 * @internal
 */
export function deriveBefore(context: RunContext): RunHead {
  const { input, native, agentName: agent, offlineSince } = context;
  if (native.status === DeploymentStatus.PENDING && input.ahead.length > 0) {
    return queued(input.ahead);
  }
  if (input.agent?.disabled) {
    return {
      status: 'pending',
      sentence: sentence('run.agentDisabled', { agent }),
    };
  }
  if (offlineSince !== undefined) {
    const since = new Date(offlineSince);
    return {
      status: 'pending',
      detail: 'agent-stopped',
      sentence: sentence('run.agentOffline', { agent, since }),
    };
  }
  if (native.status === DeploymentStatus.PLANNED) {
    return { status: 'pending', sentence: sentence('run.planned') };
  }
  // The applications of a chain get their deployments at once; all but the first wait for those before them, however long.
  return input.run.chain?.index
    ? { status: 'pending', sentence: sentence('run.pendingInChain') }
    : pending(context);
}

function queued(ahead: RunContext['input']['ahead']): RunHead {
  return {
    status: 'queued',
    sentence: ahead.some(({ status }) => status === 'waiting')
      ? sentence('run.queuedBehindGate')
      : sentence('run.queued', { count: ahead.length }),
  };
}

function pending({ input, memory, agentName: agent }: RunContext): RunHead {
  if (input.agent?.state !== 'online') {
    return { status: 'pending', sentence: sentence('run.pending') };
  }
  const since = Math.max(memory.free ?? input.now, input.agent.since);
  const due = since + MINUTES * 60_000;
  return input.now < due
    ? {
        status: 'pending',
        sentence: sentence('run.pending'),
        recheckAt: due,
      }
    : {
        status: 'pending',
        detail: 'stuck',
        sentence: sentence('run.neverPlanned', { minutes: MINUTES, agent }),
      };
}
