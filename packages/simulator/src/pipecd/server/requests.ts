/** What clients send, as far as it is read: nothing is sure to be there. */
export interface ListApplicationsApi {
  name?: string;
  kind?: string;
  disabled?: boolean;
  labels?: Record<string, string>;
  limit?: number;
  piped_id?: string;
  cursor?: string;
}

export interface ListApplicationsWeb {
  options?: {
    enabled?: { value?: boolean };
    kinds?: number[];
    sync_statuses?: number[];
    name?: string;
    labels?: Record<string, string>;
    piped_id?: string;
  };
}

export interface ListDeploymentsApi {
  statuses?: string[];
  kinds?: string[];
  application_ids?: string[];
  application_name?: string;
  labels?: Record<string, string>;
  limit?: number;
  cursor?: string;
}

export interface ListDeploymentsWeb {
  options?: {
    statuses?: number[];
    kinds?: number[];
    application_ids?: string[];
    application_name?: string;
    labels?: Record<string, string>;
  };
  page_size?: number;
  cursor?: string;
  page_min_updated_at?: number;
}

export interface OfApplication {
  application_id?: string;
  sync_strategy?: number;
}

export interface OfDeployment {
  deployment_id?: string;
  stage_id?: string;
  retried_count?: number;
  offset_index?: number;
  force_rollback?: boolean;
  force_no_rollback?: boolean;
}

export interface ListPipeds {
  with_status?: boolean;
  options?: { enabled?: { value?: boolean } };
}
