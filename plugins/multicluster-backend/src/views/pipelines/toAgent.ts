import { Agent } from '@fairway/backstage-plugin-multicluster-common';
import { toIso } from '../toIso';
import { AgentRecord } from './PipelineRecord';

/** A stored agent as the API gives it. */
export function toAgent(agent: AgentRecord): Agent {
  return {
    nativeId: agent.key,
    name: agent.name,
    state: agent.state,
    since: toIso(agent.stateSince),
    ...(agent.version && { version: agent.version }),
  };
}
