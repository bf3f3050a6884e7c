import { RunsFact, RunsSink } from '../contract';
import {
  MemoryFactSink,
  MemorySinkCall,
  MemorySinkWrite,
} from './MemoryFactSink';

/** One call that a {@link MemoryRunsSink} took. @public */
export type RunsSinkCall = MemorySinkCall<RunsFact>;

/** One row that a {@link MemoryRunsSink} wrote, in order. @public */
export type RunsSinkWrite = MemorySinkWrite<RunsFact>;

/** A {@link RunsSink} in memory. @public */
export class MemoryRunsSink
  extends MemoryFactSink<RunsFact>
  implements RunsSink
{
  static create(options?: { checkpoints?: Record<string, string> }) {
    return new MemoryRunsSink(options?.checkpoints);
  }

  async active() {
    this.check();
    return this.facts('run')
      .filter(({ active }) => active)
      .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt))
      .map(({ key, pipelineKey, native }) => ({ key, pipelineKey, native }));
  }
}
