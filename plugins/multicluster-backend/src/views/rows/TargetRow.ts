import { DerivedTarget } from '@fairway/backstage-plugin-multicluster-node';
import {
  ClusterState,
  PlacementState,
} from '@fairway/backstage-plugin-multicluster-common';
import { StoredSince } from '../../inventory/derive/StoredSince';

/** A target with what a reader must know of its cluster. */
export interface TargetRow {
  placementId: number;
  state: PlacementState;
  stateSince: number;
  derived: DerivedTarget & StoredSince;
  cluster: TargetClusterRow;
}

/** The cluster of a target. */
export interface TargetClusterRow {
  id: number;
  sourceId: number;
  controlPlane: string;
  name: string;
  /** False: only named by a placement. */
  present: boolean;
  state: ClusterState;
  stateSince: number;
  region?: string;
  labels: Record<string, string>;
  laneId?: number;
}
