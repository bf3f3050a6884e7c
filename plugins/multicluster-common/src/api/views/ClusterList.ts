import {
  ClusterCapacity,
  ClusterState,
  ClusterTaint,
} from '../../model/ClusterState';
import { PlacementState } from '../../model/TargetAxes';
import { ViewMeta } from './ViewMeta';

/** A cluster as one control plane sees it. @public */
export interface ClusterSummary {
  controlPlane: string;
  name: string;
  /** uid of its kube-system namespace; two memberships with the same one are the same cluster. */
  clusterUid?: string;
  state: ClusterState;
  reason?: string;
  message?: string;
  /** Since when `state` is what it is. */
  since: string;
  kubernetesVersion?: string;
  syncMode?: 'push' | 'pull';
  region?: string;
  zones: string[];
  provider?: string;
  environment?: string;
  taints: ClusterTaint[];
  nodes?: { ready: number; total: number };
  capacity?: ClusterCapacity;
  /** Targets on this cluster by state. */
  targets: Partial<Record<PlacementState, number>>;
  intermittent?: boolean;
}

/** `GET /v1/clusters`. @public */
export interface ClusterList extends ViewMeta {
  items: ClusterSummary[];
  nextCursor?: string;
}
