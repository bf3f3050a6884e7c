import {
  PipelineFact,
  RunFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { Hurry } from './Hurry';

/**
 * What runs and applications name, shared by the pollers of a project: pipeds that may be asked for by id, and applications
 * that nobody has heard of yet, which are then read at once.
 *
 * @internal
 */
export class Belongings {
  static create(): Belongings {
    return new Belongings();
  }

  readonly pipeds = new Set<string>();
  /** Ends the wait for the next list of applications. */
  readonly news = Hurry.create();
  readonly #pipelines = new Set<string>();

  private constructor() {}

  run({ pipelineKey, agentKey }: RunFact): void {
    if (agentKey) {
      this.pipeds.add(agentKey);
    }
    if (!this.#pipelines.has(pipelineKey)) {
      this.#pipelines.add(pipelineKey);
      this.news.now();
    }
  }

  pipeline({ key, agentKey }: PipelineFact): void {
    this.#pipelines.add(key);
    if (agentKey) {
      this.pipeds.add(agentKey);
    }
  }
}
