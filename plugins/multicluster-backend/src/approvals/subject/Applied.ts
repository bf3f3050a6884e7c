import { ArtifactVersion } from '@fairway/backstage-plugin-multicluster-common';

/** What clusters report of the workloads that a pipeline marked as its own. */
export interface Applied {
  /** Clusters that are meant to run them, each as people call it. */
  clusters: string[];
  /** What runs there, from the templates that clusters hold. */
  versions: ArtifactVersion[];
  /** Environments that those clusters belong to for them; '' where they belong to none. */
  environments: string[];
}

/** Of a pipeline whose tool marks nothing, or that has applied nothing yet. */
export const NOTHING_APPLIED: Applied = {
  clusters: [],
  versions: [],
  environments: [],
};
