import {
  DerivedPlacement,
  WorkloadFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { PolicyRef } from '@fairway/backstage-plugin-multicluster-common';
import { StoredSince } from '../../inventory/derive/StoredSince';

/** A workload with its placement, as stored. */
export interface WorkloadRecord {
  id: number;
  /** Hash of the identity. */
  hash: string;
  sourceId: number;
  controlPlane: string;
  group: string;
  kind: string;
  namespace: string;
  name: string;
  present: boolean;
  generation?: number;
  laneId?: number;
  fact?: WorkloadFact;
  placement?: PlacementRecord;
}

/** {@inheritDoc WorkloadRecord} */
export interface PlacementRecord {
  id: number;
  dependency: boolean;
  stateSince: number;
  laneId?: number;
  policy?: PolicyRef;
  derived: Omit<DerivedPlacement, 'targets'> & StoredSince;
}
