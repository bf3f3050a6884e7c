import { ActionPreview } from '@fairway/backstage-plugin-multicluster-common';
import { Acting, Writing } from './Acting';

/** Cordoning or uncordoning, or looking at what it would do. */
export interface ClusterActionInput {
  action: 'cordon' | 'uncordon';
  dryRun: boolean;
  reason?: string;
  /** Of the dry run; absent with `dryRun`. */
  resourceVersion?: string;
}

/** Which cluster. */
export interface ClusterName {
  /** Configured name of the source. */
  controlPlane: string;
  name: string;
}

/** What is done with clusters, for someone. */
export interface ClusterActionService {
  /** Throws a NotFoundError for a cluster nobody knows. */
  manage(
    cluster: ClusterName,
    input: ClusterActionInput,
    options: Writing,
  ): Promise<ActionPreview>;
}

/** The same, for whoever was already let in. */
export interface ClusterActor {
  /** Undefined: nobody knows the cluster, or its source manages none. */
  manage(
    cluster: ClusterName,
    input: ClusterActionInput,
    acting: Acting,
  ): Promise<ActionPreview | undefined>;
}
