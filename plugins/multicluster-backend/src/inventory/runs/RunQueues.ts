import {
  isRunOver,
  RunStatus,
} from '@fairway/backstage-plugin-multicluster-common';
import { byCreation } from './byCreation';
import { QueuedRun } from './QueuedRun';

/** The runs of each pipeline that are not over, in the order in which they were created. */
export class RunQueues {
  readonly #byPipeline = new Map<string, QueuedRun[]>();

  /** Those before it that are not over, oldest first. */
  ahead(
    pipelineKey: string,
    run: Pick<QueuedRun, 'key' | 'createdAt'>,
  ): Array<{ key: string; status: RunStatus }> {
    return this.#of(pipelineKey)
      .filter(other => byCreation(other, run) < 0)
      .map(({ key, status }) => ({ key, status: status as RunStatus }));
  }

  /**
   * Notes how a run fares now.
   *
   * @param run - `active`: more may come of it
   * @returns those behind it, if what they see of it is another than before
   */
  put(
    pipelineKey: string,
    { active, ...run }: QueuedRun & { active: boolean },
  ): QueuedRun[] {
    const queue = this.#of(pipelineKey);
    const at = queue.findIndex(({ key }) => key === run.key);
    const before = at < 0 ? undefined : queue[at];
    const waits = active && !isRunOver(run.status as RunStatus);
    if (at >= 0) {
      queue.splice(at, 1);
    }
    if (waits) {
      queue.push(run);
      queue.sort(byCreation);
    }
    return before?.status === (waits ? run.status : undefined)
      ? []
      : queue.filter(other => byCreation(run, other) < 0);
  }

  #of(pipelineKey: string): QueuedRun[] {
    const queue = this.#byPipeline.get(pipelineKey) ?? [];
    this.#byPipeline.set(pipelineKey, queue);
    return queue;
  }
}
