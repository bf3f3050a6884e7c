import { SyncStrategy } from '../model/enums';
import type {
  Application,
  Command,
  Commit,
  Deployment,
  Trigger,
} from '../model/messages';

const BY_USER =
  'because piped received a command from user via web console or pipectl';

interface Given {
  id: string;
  application: Application;
  commit: Commit;
  /** Absent: a commit made it. */
  command?: Command;
  version: 'v0' | 'v1';
  now: number;
}

function triggerOf({ commit, command, now }: Given): Trigger {
  const { sync_application: sync, chain_sync_application: chain } =
    command ?? {};
  const strategy = (sync ?? chain)?.sync_strategy ?? SyncStrategy.AUTO;
  let summary: string | undefined;
  if (chain) {
    summary = 'Sync application in chain';
  } else if (sync) {
    summary =
      strategy === SyncStrategy.QUICK_SYNC
        ? `Quick sync ${BY_USER}`
        : `Sync with the specified pipeline ${BY_USER}`;
  }
  return {
    commit,
    ...(command && { commander: command.commander }),
    timestamp: now,
    sync_strategy: strategy,
    ...(summary && { strategy_summary: summary }),
  };
}

/** A new deployment, as it is created. */
export function triggered(given: Given): Deployment {
  const { id, application, command, version, now } = given;
  const chain = command?.chain_sync_application;
  const { labels, git_path, platform_provider, deploy_targets_by_plugin } =
    application;
  return {
    id,
    application_id: application.id,
    application_name: application.name,
    piped_id: application.piped_id,
    project_id: application.project_id,
    kind: application.kind,
    git_path,
    cloud_provider: application.cloud_provider,
    labels: { ...labels },
    platform_provider,
    deploy_targets_by_plugin,
    trigger: triggerOf(given),
    versions: [],
    status: 0,
    status_reason: 'The deployment is waiting to be planned',
    stages: [],
    ...(version === 'v1' && { metadata_v2: { shared: {} } }),
    ...(chain && {
      deployment_chain_id: chain.deployment_chain_id,
      deployment_chain_block_index: chain.block_index,
    }),
    created_at: now,
    updated_at: now,
  };
}
