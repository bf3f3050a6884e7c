import {
  PipelineFact,
  RunFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { identityHash } from './identityHash';
import { PipelineRow } from './rows';
import { PipelineStub } from './RunsPlan';

/** A pipeline, and what its tool states of it, if it does. */
export interface BookedPipeline {
  ref: PipelineStub;
  fact?: PipelineFact;
}

/**
 * The pipelines that the runs of a batch name: stored ones, and stubs of those that nobody has seen. Runs that name the same
 * one share the entry, so that a stub is inserted once.
 */
export class PipelineBook {
  readonly #source: string;
  readonly #byKey = new Map<string, BookedPipeline>();

  constructor(source: string, rows: Iterable<PipelineRow>) {
    this.#source = source;
    for (const row of rows) {
      // What was stated of a pipeline that is stated no more stays readable, but no rule goes by it.
      const stated = row.fact !== null && row.fact_hash !== null;
      this.#byKey.set(row.key, {
        ref: row,
        ...(stated && { fact: JSON.parse(row.fact ?? '') }),
      });
    }
  }

  of(run: RunFact): BookedPipeline {
    const found = this.#byKey.get(run.pipelineKey);
    if (found) {
      return found;
    }
    const stub: BookedPipeline = {
      ref: {
        hash: identityHash(this.#source, 'pipeline', run.pipelineKey),
        key: run.pipelineKey,
        name: run.pipelineName,
      },
    };
    this.#byKey.set(run.pipelineKey, stub);
    return stub;
  }
}
