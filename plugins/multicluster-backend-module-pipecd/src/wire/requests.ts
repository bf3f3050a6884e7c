/*
 * What can be asked for. A request that is not here cannot be sent: three of PipeCD's own end the process of the control plane
 * (ListApplications and ListEvents of the web service without options, ListDeployments of the API service with an empty text
 * among statuses or kinds), and so does a cookie without a value. `options` is therefore not optional, and filters are not
 * offered.
 */
import {
  RawApplication,
  RawDeployment,
  RawLiveState,
  RawLogBlock,
  RawPiped,
  RawStageLog,
} from './messages';

/** An `options` that filters nothing; it goes over the wire as a message that is there and empty. @internal */
export type NoFilter = Readonly<Record<string, never>>;

/** Requests and answers of the API service. @internal */
export interface ApiCalls {
  ListApplications: {
    request: { disabled: boolean; limit: number; cursor?: string };
    response: { applications: RawApplication[]; cursor?: string };
  };
  GetApplication: {
    request: { application_id: string };
    response: { application?: RawApplication };
  };
  SyncApplication: {
    request: { application_id: string };
    response: { command_id?: string };
  };
  ListDeployments: {
    request: { limit: number; cursor?: string };
    response: { deployments: RawDeployment[]; cursor?: string };
  };
  GetDeployment: {
    request: { deployment_id: string };
    response: { deployment?: RawDeployment };
  };
  ListStageLogs: {
    request: { deployment_id: string };
    response: { stage_logs?: Record<string, RawStageLog> };
  };
  GetPiped: {
    request: { piped_id: string };
    response: { piped?: RawPiped };
  };
}

/** Requests and answers of the web service. @internal */
export interface WebCalls {
  GetMe: {
    request: NoFilter;
    response: { subject?: string; project_id?: string };
  };
  ListApplications: {
    request: { options: NoFilter };
    response: { applications: RawApplication[] };
  };
  GetApplication: {
    request: { application_id: string };
    response: { application?: RawApplication };
  };
  GetApplicationLiveState: {
    request: { application_id: string };
    response: { snapshot?: RawLiveState };
  };
  SyncApplication: {
    request: { application_id: string; sync_strategy: 0 };
    response: { command_id?: string };
  };
  ListDeployments: {
    request: {
      options: NoFilter;
      page_size: number;
      cursor?: string;
      page_min_updated_at?: number;
    };
    response: { deployments: RawDeployment[]; cursor?: string };
  };
  GetDeployment: {
    request: { deployment_id: string };
    response: { deployment?: RawDeployment };
  };
  GetStageLog: {
    request: {
      deployment_id: string;
      stage_id: string;
      retried_count: number;
      offset_index: number;
    };
    response: { blocks: RawLogBlock[]; completed?: boolean };
  };
  ApproveStage: {
    request: { deployment_id: string; stage_id: string };
    response: { command_id?: string };
  };
  SkipStage: {
    request: { deployment_id: string; stage_id: string };
    response: { command_id?: string };
  };
  CancelDeployment: {
    request: { deployment_id: string };
    response: { command_id?: string };
  };
  ListPipeds: {
    request: { with_status: boolean; options: NoFilter };
    response: { pipeds: RawPiped[] };
  };
}
