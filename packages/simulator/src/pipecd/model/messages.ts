/** The messages of the control plane as they are on the wire: snake_case, enums and times (seconds) as numbers. */

export interface GitPath {
  repo: { id: string; remote: string; branch: string };
  path: string;
  config_filename: string;
  url: string;
}

export interface Commit {
  hash: string;
  message: string;
  author: string;
  branch: string;
  pull_request?: number;
  url: string;
  created_at: number;
}

export interface Trigger {
  commit: Commit;
  commander?: string;
  timestamp: number;
  sync_strategy?: number;
  strategy_summary?: string;
}

export interface ArtifactVersion {
  kind?: number;
  version: string;
  name?: string;
  url?: string;
}

export interface DeploymentReference {
  deployment_id: string;
  trigger: Trigger;
  summary?: string;
  config_filename?: string;
  versions: ArtifactVersion[];
  started_at: number;
}

export interface SyncState {
  status?: number;
  short_reason?: string;
  reason?: string;
  head_deployment_id?: string;
  timestamp: number;
}

export interface Application {
  id: string;
  name: string;
  piped_id: string;
  project_id: string;
  kind?: number;
  git_path: GitPath;
  cloud_provider?: string;
  description?: string;
  labels: Record<string, string>;
  most_recently_successful_deployment?: DeploymentReference;
  most_recently_triggered_deployment?: DeploymentReference;
  sync_state?: SyncState;
  deploying?: boolean;
  platform_provider?: string;
  deploy_targets_by_plugin?: Record<string, { deploy_targets: string[] }>;
  deleted_at?: number;
  deleted?: boolean;
  disabled?: boolean;
  created_at: number;
  updated_at: number;
}

export interface Stage {
  id: string;
  name: string;
  desc?: string;
  index?: number;
  predefined?: boolean;
  requires: string[];
  visible?: boolean;
  status?: number;
  metadata?: Record<string, string>;
  retried_count?: number;
  rollback?: boolean;
  completed_at?: number;
  created_at: number;
  updated_at: number;
  available_operation?: number;
  authorized_operators: string[];
}

export interface Deployment {
  id: string;
  application_id: string;
  application_name: string;
  piped_id: string;
  project_id: string;
  kind?: number;
  git_path: GitPath;
  cloud_provider?: string;
  labels: Record<string, string>;
  platform_provider?: string;
  deploy_targets_by_plugin?: Record<string, { deploy_targets: string[] }>;
  trigger: Trigger;
  running_commit_hash?: string;
  summary?: string;
  versions: ArtifactVersion[];
  status?: number;
  status_reason?: string;
  stages: Stage[];
  metadata?: Record<string, string>;
  metadata_v2?: {
    shared: { keyValues?: Record<string, string> };
    plugins?: Record<string, { keyValues: Record<string, string> }>;
  };
  deployment_chain_id?: string;
  deployment_chain_block_index?: number;
  running_config_filename?: string;
  completed_at?: number;
  created_at: number;
  updated_at: number;
}

export interface LogBlock {
  index: number;
  log: string;
  severity?: number;
  created_at: number;
}

export interface StageLog {
  blocks: LogBlock[];
  completed?: boolean;
}

export interface Command {
  id: string;
  piped_id: string;
  application_id?: string;
  deployment_id?: string;
  stage_id?: string;
  commander?: string;
  project_id: string;
  status?: number;
  metadata?: Record<string, string>;
  handled_at?: number;
  type?: number;
  sync_application?: { application_id: string; sync_strategy?: number };
  cancel_deployment?: {
    deployment_id: string;
    force_rollback?: boolean;
    force_no_rollback?: boolean;
  };
  approve_stage?: { deployment_id: string; stage_id: string };
  chain_sync_application?: {
    deployment_chain_id: string;
    block_index: number;
    application_id: string;
    sync_strategy?: number;
  };
  skip_stage?: { deployment_id: string; stage_id: string };
  restart_piped?: { piped_id: string };
  created_at: number;
  updated_at: number;
}

export interface PipedMessage {
  id: string;
  name: string;
  desc: string;
  project_id: string;
  version?: string;
  started_at?: number;
  cloud_providers: Array<{ name: string; type: string }>;
  repositories: Array<{ id: string; remote: string; branch: string }>;
  status?: number;
  config?: string;
  disabled?: boolean;
  created_at: number;
  updated_at: number;
  platform_providers: Array<{ name: string; type: string }>;
  plugins: Array<{ name: string; deploy_targets: string[] }>;
  keys: Array<{ hash: string; creator: string }>;
}

export interface LiveState {
  application_id: string;
  piped_id: string;
  project_id: string;
  kind?: number;
  health_status?: number;
  kubernetes?: { resources: KubernetesResource[] };
  version: { timestamp: number; index?: number };
  application_live_state?: {
    resources: PluginResource[];
    health_status?: number;
  };
}

export interface KubernetesResource {
  id: string;
  owner_ids: string[];
  parent_ids: string[];
  name: string;
  api_version: string;
  kind: string;
  namespace?: string;
  health_status?: number;
  health_description?: string;
  created_at: number;
  updated_at: number;
}

export interface PluginResource {
  id: string;
  parent_ids: string[];
  name: string;
  resource_type: string;
  resource_metadata: Record<string, string>;
  health_status?: number;
  health_description?: string;
  deploy_target: string;
  plugin_name: string;
  created_at: number;
  updated_at: number;
}
