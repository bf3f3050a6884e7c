import { ClusterFact } from '@fairway/backstage-plugin-multicluster-node';
import {
  ClusterState,
  PlacementState,
} from '@fairway/backstage-plugin-multicluster-common';

/** A cluster as stored, with what runs there counted. */
export interface ClusterRecord {
  id: number;
  sourceId: number;
  controlPlane: string;
  name: string;
  /** False: only named by a placement. */
  present: boolean;
  clusterUid?: string;
  state: ClusterState;
  stateSince: number;
  region?: string;
  laneId?: number;
  fact?: ClusterFact;
  targets: Partial<Record<PlacementState, number>>;
}
