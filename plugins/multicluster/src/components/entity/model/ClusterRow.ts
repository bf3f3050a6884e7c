import {
  ArtifactVersion,
  PlacementTarget,
  ReplicaCounts,
  Sentence,
  VersionKnowledge,
} from '@fairway/backstage-plugin-multicluster-common';

/** A workload of the entity on a cluster. @internal */
export interface RowPart {
  workloadId: string;
  kind: string;
  name: string;
  target: PlacementTarget;
}

/** A cluster with all that the entity runs there. @internal */
export interface ClusterRow {
  /** Unique, and the same while the cluster is. */
  key: string;
  controlPlane: string;
  cluster: string;
  region?: string;
  environment?: string;
  /** Of the workload that fares worst. */
  state: PlacementTarget['state'];
  since: string;
  /** It may have been like that for longer. */
  sinceAtLeast?: boolean;
  lastKnown: boolean;
  /** Whether there is anything to say behind the state. */
  remarkable: boolean;
  /** Why what is shown is only last known. */
  reason?: Sentence;
  /** Counts of the workloads that report copies, added up. */
  replicas: ReplicaCounts;
  versions: ArtifactVersion[];
  versionKnowledge: VersionKnowledge;
  /** The one that fares worst first. */
  parts: RowPart[];
}
