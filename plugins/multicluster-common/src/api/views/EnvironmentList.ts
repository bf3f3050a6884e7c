import { ClusterState } from '../../model/ClusterState';
import { ViewMeta } from './ViewMeta';

/** An environment as the platform configured it. @public */
export interface EnvironmentSummary {
  name: string;
  title?: string;
  /** Clusters of which all or a part belongs to it, by state. */
  clusters: Partial<Record<ClusterState, number>>;
}

/** `GET /v1/environments`, in the order of the configuration. @public */
export interface EnvironmentList extends ViewMeta {
  items: EnvironmentSummary[];
}
