import {
  EnvironmentCluster,
  EnvironmentPipeline,
  EnvironmentRule,
  EnvironmentWorkload,
  PipelineRule,
  TargetRule,
} from './EnvironmentRule';

/** A workload on a cluster. */
export interface EnvironmentTarget {
  cluster: EnvironmentCluster;
  workload: EnvironmentWorkload;
}

/**
 * The environment that a workload on a cluster belongs to: the first whose rule holds, or none.
 *
 * @remarks
 * Nothing is taken from the words of a name: a namespace called `shop-prod` belongs to production when a rule says so and
 * never else, because the same namespace may be the one of tests on another cluster.
 */
export function environmentOf(
  rules: EnvironmentRule[],
  { cluster, workload }: EnvironmentTarget,
): string | undefined {
  return rules.find(
    rule =>
      (rule.targets !== undefined &&
        clusterHolds(rule.targets, cluster) &&
        workloadHolds(rule.targets, workload)) ||
      (workload.pipelines ?? []).some(pipeline =>
        rule.pipelines.some(
          item => item.stage === undefined && pipelineHolds(item, pipeline),
        ),
      ),
  )?.name;
}

/** The environment that the whole of a cluster belongs to; none where a rule narrows to some of its workloads. */
export function environmentOfCluster(
  rules: EnvironmentRule[],
  cluster: EnvironmentCluster,
): string | undefined {
  return rules.find(
    ({ targets }) =>
      targets !== undefined &&
      targets.namespaces === undefined &&
      targets.workloadLabels.length === 0 &&
      clusterHolds(targets, cluster),
  )?.name;
}

/** Every environment that some part of a cluster can belong to: narrow ones that come before the one that takes the rest. */
export function environmentsOnCluster(
  rules: EnvironmentRule[],
  cluster: EnvironmentCluster,
): string[] {
  const whole = environmentOfCluster(rules, cluster);
  const names: string[] = [];
  for (const rule of rules) {
    if (mayHoldCluster(rule, cluster)) {
      names.push(rule.name);
    }
    if (rule.name === whole) {
      break;
    }
  }
  return names;
}

/** The environment that a pipeline as a whole delivers to. */
export function environmentOfPipeline(
  rules: EnvironmentRule[],
  pipeline: EnvironmentPipeline,
): string | undefined {
  return rules.find(rule =>
    rule.pipelines.some(
      item => item.stage === undefined && pipelineHolds(item, pipeline),
    ),
  )?.name;
}

/** Environments that stages of a pipeline deliver to, in order; a stage that two of them name is the first one's. */
export function environmentsOfStages(
  rules: EnvironmentRule[],
  pipeline: EnvironmentPipeline,
): Array<{ environment: string; stage: string }> {
  const taken = new Set<string>();
  const found: Array<{ environment: string; stage: string }> = [];
  for (const rule of rules) {
    for (const item of rule.pipelines) {
      const { stage } = item;
      if (stage && !taken.has(stage) && pipelineHolds(item, pipeline)) {
        taken.add(stage);
        found.push({ environment: rule.name, stage });
      }
    }
  }
  return found;
}

/**
 * Environments that a workload may come to, which of its control plane's clusters left open: for what is placed on none yet,
 * and is missed by each of them.
 *
 * @param clusters - those of its control plane
 */
export function environmentsOpenTo(
  rules: EnvironmentRule[],
  clusters: EnvironmentCluster[],
  workload: EnvironmentWorkload,
): string[] {
  return rules
    .filter(
      rule =>
        (rule.targets !== undefined &&
          workloadHolds(rule.targets, workload) &&
          clusters.some(cluster => mayHoldCluster(rule, cluster))) ||
        (workload.pipelines ?? []).some(
          pipeline => environmentOfPipeline([rule], pipeline) !== undefined,
        ),
    )
    .map(rule => rule.name);
}

/** Whether some part of a cluster can belong to an environment by what is known of the cluster. */
export function mayHoldCluster(
  rule: EnvironmentRule,
  cluster: EnvironmentCluster,
): boolean {
  return rule.targets !== undefined && clusterHolds(rule.targets, cluster);
}

function clusterHolds(rule: TargetRule, cluster: EnvironmentCluster): boolean {
  return (
    (rule.controlPlane === undefined ||
      rule.controlPlane === cluster.controlPlane) &&
    (rule.names === undefined ||
      rule.names.some(name => name.test(cluster.name))) &&
    carries(rule.clusterLabels, cluster.labels)
  );
}

function workloadHolds(
  rule: TargetRule,
  workload: EnvironmentWorkload,
): boolean {
  return (
    (rule.namespaces === undefined ||
      rule.namespaces.some(name => name.test(workload.namespace))) &&
    carries(rule.workloadLabels, workload.labels)
  );
}

function pipelineHolds(
  rule: PipelineRule,
  pipeline: EnvironmentPipeline,
): boolean {
  return (
    (rule.source === undefined || rule.source === pipeline.source) &&
    (rule.names === undefined ||
      rule.names.some(name => name.test(pipeline.name))) &&
    carries(rule.labels, pipeline.labels)
  );
}

function carries(
  wanted: Array<[string, string]>,
  labels: Readonly<Record<string, string>>,
): boolean {
  return wanted.every(
    ([key, value]) => Object.hasOwn(labels, key) && labels[key] === value,
  );
}
