import { PipelineFact } from '@fairway/backstage-plugin-multicluster-node';
import { PipecdPipeline } from '../native/PipecdPipeline';
import { RawApplication } from '../wire/messages';
import { deployTargetsOf } from './deployTargetsOf';
import { plainRemote } from './plainRemote';
import { ProjectContext } from './ProjectContext';
import { projectSyncState } from './projectSyncState';
import { webLink } from './webLink';

/**
 * An application of PipeCD as a pipeline. Nothing that moves by itself is in it: with a v1 piped `updated_at` and the time of
 * the sync state move each minute.
 *
 * @returns undefined for an application without an id
 * @internal
 */
export function projectApplication(
  raw: RawApplication,
  context: ProjectContext = {},
): PipelineFact<PipecdPipeline> | undefined {
  if (!raw.id) {
    return undefined;
  }
  const repository = repositoryOf(raw);
  const url = webLink('applications', raw.id, context);
  const good = raw.most_recently_successful_deployment?.deployment_id;
  const last = raw.most_recently_triggered_deployment?.deployment_id;
  return {
    type: 'pipeline',
    key: raw.id,
    name: raw.name || raw.id,
    labels: { ...raw.labels },
    ...(raw.piped_id && { agentKey: raw.piped_id }),
    deployTargets: deployTargetsOf(raw),
    ...(repository && { repository }),
    sync: projectSyncState(raw),
    disabled: Boolean(raw.disabled),
    deleted: Boolean(raw.deleted),
    ...(url && { url }),
    native: { ...(good && { good }), ...(last && { last }) },
  };
}

function repositoryOf({
  git_path,
}: RawApplication): PipelineFact['repository'] {
  const remote = git_path?.repo?.remote;
  const branch = git_path?.repo?.branch;
  const path = git_path?.path;
  return remote
    ? {
        remote: plainRemote(remote),
        ...(branch && { branch }),
        ...(path && { path }),
      }
    : undefined;
}
