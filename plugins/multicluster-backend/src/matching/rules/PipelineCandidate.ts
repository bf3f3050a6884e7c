import { PipelineAnnotations } from '@fairway/backstage-plugin-multicluster-node';
import { GitPlace } from './gitPlace';

/** What the rules look at of a pipeline. */
export interface PipelineCandidate {
  /** Configured name of the source. */
  source: string;
  key: string;
  name: string;
  labels: Readonly<Record<string, string>>;
  /** Where what it deploys is described. */
  place?: GitPlace;
  /** How entities name pipelines of its source by the tool's own annotations. */
  annotations?: PipelineAnnotations;
  /** Entities whose workloads carry the mark of this pipeline. */
  deployed: DeployedFor[];
}

/** A workload that a pipeline deployed, and an entity that it belongs to. */
export interface DeployedFor {
  entityRef: string;
  /** Whether the workload is confirmed as the entity's. */
  confirmed: boolean;
  /** As a reader knows it. */
  workload: string;
}
