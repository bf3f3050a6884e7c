import { ClusterState } from '../../model/ClusterState';
import { PlacementSummaryState } from '../../model/PlacementSummary';
import { PlacementState } from '../../model/TargetAxes';
import { ViewMeta } from './ViewMeta';

/** `GET /v1/fleet`: regions and their clusters, small enough to draw at once. @public */
export interface Fleet extends ViewMeta {
  regions: FleetRegion[];
  clusters: Record<ClusterState, number>;
  workloads: Record<PlacementSummaryState, number>;
}

/** {@inheritDoc Fleet} @public */
export interface FleetRegion {
  /** Undefined: clusters that state no region. */
  name?: string;
  clusters: FleetTile[];
  /** Services with a copy on a cluster of this region that is not ready. */
  affected: number;
}

/** {@inheritDoc Fleet} @public */
export interface FleetTile {
  controlPlane: string;
  name: string;
  state: ClusterState;
  /** Worst of what runs there, from the states of its targets. */
  worst?: PlacementState;
  intermittent?: boolean;
}
