import { RunFact } from '@fairway/backstage-plugin-multicluster-node';
import { DeploymentStatus } from '../native/DeploymentStatus';
import { GateLog } from '../native/GateLog';
import { PipecdRun } from '../native/PipecdRun';
import { RawDeployment } from '../wire/messages';
import { generationOf } from './generationOf';
import { isoTime } from './isoTime';
import { projectArtifacts } from './projectArtifacts';
import { projectCommit } from './projectCommit';
import { ProjectContext } from './ProjectContext';
import { projectStages } from './projectStages';
import { projectTrigger } from './projectTrigger';
import { textUpTo } from './textUpTo';
import { webLink } from './webLink';

const OVER: readonly number[] = [
  DeploymentStatus.SUCCESS,
  DeploymentStatus.FAILURE,
  DeploymentStatus.CANCELLED,
];

/**
 * A deployment of PipeCD as a run.
 *
 * @param raw - as decoded
 * @param learnt - what logs of its gates said (`parseGateLog`, `mergeGateLog`), by stage id
 * @returns undefined for a deployment without an id or an application
 * @internal
 */
export function projectDeployment(
  raw: RawDeployment,
  learnt: Readonly<Record<string, GateLog>> = {},
  context: ProjectContext = {},
): RunFact<PipecdRun> | undefined {
  if (!raw.id || !raw.application_id) {
    return undefined;
  }
  const commit = projectCommit(raw.trigger?.commit);
  const chain = raw.deployment_chain_id;
  const labels = raw.labels ?? {};
  const url = webLink('deployments', raw.id, context);
  return {
    type: 'run',
    key: raw.id,
    pipelineKey: raw.application_id,
    pipelineName: raw.application_name || raw.application_id,
    ...(raw.piped_id && { agentKey: raw.piped_id }),
    createdAt: isoTime(raw.created_at) ?? '1970-01-01T00:00:00Z',
    trigger: projectTrigger(raw, context),
    ...(commit && { commit }),
    artifacts: projectArtifacts(raw.versions),
    // The first application of a chain has index 0, which is absent on the wire.
    ...(chain && {
      chain: { id: chain, index: raw.deployment_chain_block_index ?? 0 },
    }),
    ...(Object.keys(labels).length > 0 && { labels: { ...labels } }),
    ...(url && { url }),
    active: !OVER.includes(raw.status ?? 0),
    native: projectNative(raw, learnt),
  };
}

function projectNative(
  raw: RawDeployment,
  learnt: Readonly<Record<string, GateLog>>,
): PipecdRun {
  const reason = textUpTo(500, raw.status_reason);
  const summary = textUpTo(500, raw.summary);
  return {
    generation: generationOf(raw),
    status: raw.status ?? 0,
    ...(reason && { reason }),
    ...(summary && { summary }),
    ...(raw.completed_at && { completedAt: raw.completed_at }),
    stages: projectStages(raw, learnt),
  };
}
