/** What belongs to an environment, as the platform configured it. */
export interface EnvironmentRule {
  name: string;
  title?: string;
  /** What of the fleet; absent: no part of it by itself. Everything named must hold. */
  targets?: TargetRule;
  /** Pipelines that deliver to it; one of them is enough. */
  pipelines: PipelineRule[];
}

/** {@inheritDoc EnvironmentRule.targets} */
export interface TargetRule {
  controlPlane?: string;
  /** Names of clusters. */
  names?: RegExp[];
  /** Labels of the cluster at its control plane. */
  clusterLabels: Array<[string, string]>;
  namespaces?: RegExp[];
  /** Labels of the template. */
  workloadLabels: Array<[string, string]>;
}

/** {@inheritDoc EnvironmentRule.pipelines} */
export interface PipelineRule {
  /** Configured name of a source. */
  source?: string;
  names?: RegExp[];
  labels: Array<[string, string]>;
  /** The stage by whose end a run has arrived; absent: the whole run. */
  stage?: string;
}

/** What environments look at of a cluster. */
export interface EnvironmentCluster {
  controlPlane: string;
  name: string;
  labels: Readonly<Record<string, string>>;
}

/** What environments look at of a workload. */
export interface EnvironmentWorkload {
  namespace: string;
  labels: Readonly<Record<string, string>>;
  /** Pipelines that marked it as theirs. */
  pipelines?: EnvironmentPipeline[];
}

/** What environments look at of a pipeline; labels with those of the run, where one is asked about. */
export interface EnvironmentPipeline {
  source: string;
  name: string;
  labels: Readonly<Record<string, string>>;
}
