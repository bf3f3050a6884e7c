/*
 * The messages of PipeCD that this module reads, decoded with names as on the wire, enums and int64 as numbers (seconds since
 * the epoch for every time), zero values absent, repeated fields always there. What an older or newer control plane does not
 * send is absent as well; a number of an enum may be one that nobody here knows.
 */

/** `model.ApplicationGitPath`. @internal */
export interface RawGitPath {
  repo?: { id?: string; remote?: string; branch?: string };
  path?: string;
  config_filename?: string;
  url?: string;
}

/** `model.Commit`. `created_at` is the time of the commit. @internal */
export interface RawCommit {
  hash?: string;
  message?: string;
  author?: string;
  branch?: string;
  pull_request?: number;
  url?: string;
  created_at?: number;
}

/**
 * `model.DeploymentTrigger`. `commander`: a web user, the id of an API key, the id of a chain, or absent when a commit
 * triggered it.
 *
 * @internal
 */
export interface RawTrigger {
  commit?: RawCommit;
  commander?: string;
  timestamp?: number;
  sync_strategy?: number;
  strategy_summary?: string;
}

/** `model.ArtifactVersion`. @internal */
export interface RawArtifactVersion {
  kind?: number;
  version?: string;
  name?: string;
  url?: string;
}

/** `model.PipelineStage`. `completed_at` of a running stage is when it started. @internal */
export interface RawStage {
  id?: string;
  name?: string;
  desc?: string;
  index?: number;
  predefined?: boolean;
  requires?: string[];
  visible?: boolean;
  status?: number;
  status_reason?: string;
  metadata?: Record<string, string>;
  retried_count?: number;
  rollback?: boolean;
  completed_at?: number;
  created_at?: number;
  updated_at?: number;
  available_operation?: number;
  authorized_operators?: string[];
}

/** `model.DeployTargets`, by plugin. @internal */
export type RawDeployTargets = Record<string, { deploy_targets?: string[] }>;

/** `model.Deployment`. @internal */
export interface RawDeployment {
  id?: string;
  application_id?: string;
  application_name?: string;
  piped_id?: string;
  project_id?: string;
  kind?: number;
  git_path?: RawGitPath;
  cloud_provider?: string;
  platform_provider?: string;
  labels?: Record<string, string>;
  deploy_targets_by_plugin?: RawDeployTargets;
  trigger?: RawTrigger;
  running_commit_hash?: string;
  running_config_filename?: string;
  summary?: string;
  versions?: RawArtifactVersion[];
  status?: number;
  status_reason?: string;
  stages?: RawStage[];
  metadata?: Record<string, string>;
  /** Only a v1 piped sets it, even while the deployment is PENDING. */
  metadata_v2?: {
    shared?: { keyValues?: Record<string, string> };
    plugins?: Record<string, { keyValues?: Record<string, string> }>;
  };
  deployment_chain_id?: string;
  deployment_chain_block_index?: number;
  deployment_trace_commit_hash?: string;
  completed_at?: number;
  created_at?: number;
  updated_at?: number;
}

/** `model.ApplicationSyncState`. `reason` holds the diff. @internal */
export interface RawSyncState {
  status?: number;
  short_reason?: string;
  reason?: string;
  head_deployment_id?: string;
  timestamp?: number;
}

/** `model.ApplicationDeploymentReference`. @internal */
export interface RawDeploymentReference {
  deployment_id?: string;
  trigger?: RawTrigger;
  summary?: string;
  version?: string;
  config_filename?: string;
  versions?: RawArtifactVersion[];
  started_at?: number;
  completed_at?: number;
}

/** `model.Application`. `updated_at` moves each minute with a v1 piped. @internal */
export interface RawApplication {
  id?: string;
  name?: string;
  piped_id?: string;
  project_id?: string;
  kind?: number;
  git_path?: RawGitPath;
  cloud_provider?: string;
  platform_provider?: string;
  description?: string;
  labels?: Record<string, string>;
  most_recently_successful_deployment?: RawDeploymentReference;
  most_recently_triggered_deployment?: RawDeploymentReference;
  sync_state?: RawSyncState;
  deploying?: boolean;
  deploy_targets_by_plugin?: RawDeployTargets;
  deleted?: boolean;
  deleted_at?: number;
  disabled?: boolean;
  created_at?: number;
  updated_at?: number;
}

/** `model.Piped`. `status` is filled by `ListPipeds` with status alone. `config` and `keys` are not read. @internal */
export interface RawPiped {
  id?: string;
  name?: string;
  desc?: string;
  project_id?: string;
  version?: string;
  started_at?: number;
  status?: number;
  disabled?: boolean;
  created_at?: number;
  updated_at?: number;
  platform_providers?: Array<{ name?: string; type?: string }>;
  cloud_providers?: Array<{ name?: string; type?: string }>;
  repositories?: Array<{ id?: string; remote?: string; branch?: string }>;
  plugins?: Array<{ name?: string; deploy_targets?: string[] }>;
}

/** `model.LogBlock`. Indexes start at the epoch second of the first line of the stage, or one more. @internal */
export interface RawLogBlock {
  index?: number;
  log?: string;
  severity?: number;
  created_at?: number;
}

/** What a stage wrote: an answer of `GetStageLog`, or one entry of `ListStageLogs`. @internal */
export interface RawStageLog {
  blocks?: RawLogBlock[];
  completed?: boolean;
}

/** `model.Command`. Its status proves nothing about an approval. @internal */
export interface RawCommand {
  id?: string;
  piped_id?: string;
  application_id?: string;
  deployment_id?: string;
  stage_id?: string;
  commander?: string;
  project_id?: string;
  status?: number;
  metadata?: Record<string, string>;
  handled_at?: number;
  type?: number;
  created_at?: number;
  updated_at?: number;
}

/** One resource of a v0 snapshot (Kubernetes, Cloud Run, ECS, Lambda). @internal */
export interface RawClassicResource {
  id?: string;
  owner_ids?: string[];
  parent_ids?: string[];
  name?: string;
  api_version?: string;
  kind?: string;
  namespace?: string;
  health_status?: number;
  health_description?: string;
  created_at?: number;
  updated_at?: number;
}

/** `model.ResourceState`, one resource of a v1 snapshot. @internal */
export interface RawResourceState {
  id?: string;
  parent_ids?: string[];
  name?: string;
  resource_type?: string;
  resource_metadata?: Record<string, string>;
  health_status?: number;
  health_description?: string;
  deploy_target?: string;
  plugin_name?: string;
  created_at?: number;
  updated_at?: number;
}

/** `model.ApplicationLiveStateSnapshot`. @internal */
export interface RawLiveState {
  application_id?: string;
  piped_id?: string;
  project_id?: string;
  kind?: number;
  health_status?: number;
  kubernetes?: { resources?: RawClassicResource[] };
  terraform?: Record<string, never>;
  cloudrun?: { resources?: RawClassicResource[] };
  lambda?: { resources?: RawClassicResource[] };
  ecs?: { resources?: RawClassicResource[] };
  version?: { timestamp?: number; index?: number };
  application_live_state?: {
    resources?: RawResourceState[];
    health_status?: number;
  };
}
