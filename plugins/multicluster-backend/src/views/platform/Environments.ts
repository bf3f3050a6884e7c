import { Config } from '@backstage/config';
import { globToRegExp } from '../../util/globToRegExp';

/** An environment of the configuration. */
export interface Environment {
  name: string;
  title?: string;
}

/** What environments look at of a cluster. */
export interface EnvironmentCluster {
  controlPlane: string;
  name: string;
  labels: Readonly<Record<string, string>>;
}

interface Rule extends Environment {
  controlPlane?: string;
  names?: RegExp[];
  labels: Array<[string, string]>;
}

/** Environments of `multicluster.environments`; the first whose rule holds wins. */
export class Environments {
  readonly #rules: Rule[];

  static fromConfig(config: Config): Environments {
    const entries =
      config.getOptionalConfigArray('multicluster.environments') ?? [];
    return new Environments(entries.map(readRule));
  }

  private constructor(rules: Rule[]) {
    this.#rules = rules;
  }

  get list(): Environment[] {
    return this.#rules.map(({ name, title }) => ({
      name,
      ...(title && { title }),
    }));
  }

  of(cluster: EnvironmentCluster): string | undefined {
    return this.#rules.find(rule => holds(rule, cluster))?.name;
  }
}

function readRule(config: Config): Rule {
  const labels = config.getOptionalConfig('clusters.labels');
  return {
    name: config.getString('name'),
    title: config.getOptionalString('title'),
    controlPlane: config.getOptionalString('clusters.controlPlane'),
    names: config
      .getOptionalStringArray('clusters.names')
      ?.map(name => globToRegExp(name)),
    // Label keys hold dots, which a config path would take for levels.
    labels: Object.entries(labels?.get<Record<string, string>>() ?? {}),
  };
}

function holds(rule: Rule, cluster: EnvironmentCluster): boolean {
  return (
    (rule.controlPlane === undefined ||
      rule.controlPlane === cluster.controlPlane) &&
    (rule.names === undefined ||
      rule.names.some(name => name.test(cluster.name))) &&
    rule.labels.every(([key, value]) => cluster.labels[key] === value)
  );
}
