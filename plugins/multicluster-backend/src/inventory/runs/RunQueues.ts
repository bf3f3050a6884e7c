import {
  isRunOver,
  RunStatus,
} from '@fairway/backstage-plugin-multicluster-common';
import { byTurn } from './byTurn';
import { QueuedRun } from './QueuedRun';

/** The runs of each pipeline that are not over, in the order of their turns. */
export class RunQueues {
  readonly #byPipeline = new Map<string, QueuedRun[]>();

  /** Those before it that are not over, oldest first. */
  ahead(
    pipelineKey: string,
    run: Pick<QueuedRun, 'key' | 'createdAt'>,
  ): Array<{ key: string; status: RunStatus }> {
    const queue = this.#of(pipelineKey);
    // Whether it has begun is what was last noted of it; one that nobody has noted has not.
    const status =
      queue.find(({ key }) => key === run.key)?.status ?? 'pending';
    return queue
      .filter(other => byTurn(other, { ...run, status }) < 0)
      .map(other => ({ key: other.key, status: other.status as RunStatus }));
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
      queue.sort(byTurn);
    }
    return before?.status === (waits ? run.status : undefined)
      ? []
      : queue.filter(other => isBehind(other, run, before));
  }

  #of(pipelineKey: string): QueuedRun[] {
    const queue = this.#byPipeline.get(pipelineKey) ?? [];
    this.#byPipeline.set(pipelineKey, queue);
    return queue;
  }
}

/** Behind a run, or behind what it was before: one that began before another of the same moment has passed it. */
function isBehind(
  other: QueuedRun,
  run: QueuedRun,
  before: QueuedRun | undefined,
): boolean {
  return (
    other.key !== run.key &&
    (byTurn(run, other) < 0 || (before ? byTurn(before, other) < 0 : false))
  );
}
