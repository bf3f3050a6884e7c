import { Config } from '@backstage/config';
import {
  environmentOf,
  environmentOfCluster,
  environmentOfPipeline,
  environmentsOnCluster,
  environmentsOfStages,
  EnvironmentTarget,
} from './environmentOf';
import {
  EnvironmentCluster,
  EnvironmentPipeline,
  EnvironmentRule,
} from './EnvironmentRule';
import { readEnvironmentRule } from './readEnvironmentRule';

/** An environment of the configuration. */
export interface Environment {
  name: string;
  title?: string;
}

/** The order that is shown while the platform has configured none. Nothing belongs to them: nobody has said what does. */
const DEFAULT_ORDER: Environment[] = [
  { name: 'development', title: 'Development' },
  { name: 'test', title: 'Test' },
  { name: 'production', title: 'Production' },
];

/** Environments of `multicluster.environments`, in order of promotion; the first whose rule holds wins. */
export class Environments {
  readonly #rules: EnvironmentRule[];

  static fromConfig(config: Config): Environments {
    const entries =
      config.getOptionalConfigArray('multicluster.environments') ?? [];
    return new Environments(entries.map(readEnvironmentRule));
  }

  private constructor(rules: EnvironmentRule[]) {
    this.#rules = rules;
  }

  /** Whether the platform has said what belongs to which. */
  get configured(): boolean {
    return this.#rules.length > 0;
  }

  /** Those of the configuration. */
  get list(): Environment[] {
    return this.#rules.map(({ name, title }) => ({
      name,
      ...(title && { title }),
    }));
  }

  /** Those that a promotion goes through: {@link Environments.list}, or the three everybody knows. */
  get order(): Environment[] {
    return this.configured ? this.list : DEFAULT_ORDER;
  }

  get rules(): EnvironmentRule[] {
    return this.#rules;
  }

  /** The environment that the whole of a cluster belongs to. */
  of(cluster: EnvironmentCluster): string | undefined {
    return environmentOfCluster(this.#rules, cluster);
  }

  /** Every environment that some part of a cluster can belong to. */
  onCluster(cluster: EnvironmentCluster): string[] {
    return environmentsOnCluster(this.#rules, cluster);
  }

  ofTarget(target: EnvironmentTarget): string | undefined {
    return environmentOf(this.#rules, target);
  }

  /** The environment that a pipeline as a whole delivers to; give the labels of a run too where it is about one. */
  ofPipeline(pipeline: EnvironmentPipeline): string | undefined {
    return environmentOfPipeline(this.#rules, pipeline);
  }

  stagesOf(pipeline: EnvironmentPipeline) {
    return environmentsOfStages(this.#rules, pipeline);
  }
}
