import { PlacementSummary } from '../../model/PlacementSummary';
import { Sentence } from '../../model/Sentence';
import { PlacementState, TargetAxes } from '../../model/TargetAxes';
import {
  ArtifactVersion,
  PolicyRef,
  VersionKnowledge,
} from '../../model/Workload';

/** Whether what is shown of a target is what its cluster says now. @public */
export interface Freshness {
  state: 'live' | 'last-known';
  /** Since when it is only last known. */
  since?: string;
  reason?: Sentence;
}

/** Counts of copies; absent where the kind reports none. @public */
export interface ReplicaCounts {
  desired?: number;
  ready?: number;
  updated?: number;
  available?: number;
}

/** A workload on one cluster. @public */
export interface PlacementTarget {
  /** Name within the control plane. */
  cluster: string;
  region?: string;
  /** Configured environment of the cluster. */
  environment?: string;
  state: PlacementState;
  axes: TargetAxes;
  reason?: string;
  message?: string;
  replicas: ReplicaCounts;
  versions: ArtifactVersion[];
  versionKnowledge: VersionKnowledge;
  /** How many template generations behind the control plane; absent where generations are not reported. */
  generationsBehind?: number;
  /** Since when `state` is what it is. */
  since: string;
  /** True: it was like that when it was first seen at `since`, and may have been for longer. */
  sinceAtLeast?: boolean;
  freshness: Freshness;
}

/** Where a workload was placed, and how it fares. @public */
export interface Placement {
  summary: PlacementSummary;
  /** Since when `summary.state` is what it is. */
  since: string;
  /** True: it was like that when it was first seen at `since`, and may have been for longer. */
  sinceAtLeast?: boolean;
  /** How copies are spread, for example "divided over 2 clusters" or "3 copies on each of 2 clusters". */
  division?: Sentence;
  policy?: PolicyRef;
  replicas: ReplicaCounts;
  targets: PlacementTarget[];
}
