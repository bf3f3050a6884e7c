import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { globToRegExp } from '../../util/globToRegExp';
import { EnvironmentRule, PipelineRule, TargetRule } from './EnvironmentRule';

/**
 * Reads one entry of `multicluster.environments`.
 *
 * @throws InputError for a pipeline that nothing names: it would take every pipeline of every tool
 */
export function readEnvironmentRule(config: Config): EnvironmentRule {
  const name = config.getString('name');
  return {
    name,
    title: config.getOptionalString('title'),
    targets: readTargets(config),
    pipelines: (config.getOptionalConfigArray('pipelines') ?? []).map(entry =>
      readPipeline(name, entry),
    ),
  };
}

function readTargets(config: Config): TargetRule | undefined {
  const parts = ['clusters', 'namespaces', 'workloads'];
  if (!parts.some(part => config.has(part))) {
    return undefined;
  }
  return {
    controlPlane: config.getOptionalString('clusters.controlPlane'),
    names: readGlobs(config, 'clusters.names'),
    clusterLabels: readLabels(config, 'clusters.labels'),
    namespaces: readGlobs(config, 'namespaces'),
    workloadLabels: readLabels(config, 'workloads.labels'),
  };
}

function readPipeline(environment: string, config: Config): PipelineRule {
  const rule = {
    source: config.getOptionalString('source'),
    names: readGlobs(config, 'names'),
    labels: readLabels(config, 'labels'),
    stage: config.getOptionalString('stage'),
  };
  if (!rule.source && !rule.names && rule.labels.length === 0) {
    throw new InputError(
      `A pipeline of the environment '${environment}' in multicluster.environments names no source, names or labels`,
    );
  }
  return rule;
}

function readGlobs(config: Config, key: string): RegExp[] | undefined {
  return config.getOptionalStringArray(key)?.map(glob => globToRegExp(glob));
}

function readLabels(config: Config, key: string): Array<[string, string]> {
  // Label keys hold dots, which a config path would take for levels.
  const labels = config.getOptionalConfig(key)?.get<Record<string, string>>();
  return Object.entries(labels ?? {});
}
