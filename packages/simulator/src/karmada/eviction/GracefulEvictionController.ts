import type { StoreEvent } from '../../apiserver/ObjectStore';
import { timestamp } from '../../clock/timestamp';
import { Objects } from '../../control/Objects';
import { keyOf, splitKey } from '../../control/objectKey';
import { WorkQueue } from '../../control/WorkQueue';
import { bindingFlavour } from '../bindingTypes';
import type { Environment } from '../Environment';
import type { Binding, EvictionTask } from '../model/Binding';
import { karmadaTypes } from '../types/karmadaTypes';

/** Whether what replaces an evicted copy serves. Without any schedule result there is nothing to wait for: vacuously. */
function isReplaced({ metadata, spec, status }: Binding): boolean {
  return (
    status?.schedulerObservedGeneration === metadata.generation &&
    (spec.clusters ?? []).every(({ name }) =>
      status?.aggregatedStatus?.some(
        ({ clusterName, health }) =>
          clusterName === name && health === 'Healthy',
      ),
    )
  );
}

/** Stamps eviction tasks and drops them when the old copy may go (pkg/controllers/gracefuleviction). */
export class GracefulEvictionController {
  readonly #environment: Environment;
  readonly #objects: Objects;
  readonly #queue: WorkQueue;
  /** World time at which a task was stamped: durations follow the world's speed, timestamps do not. */
  readonly #since = new Map<string, number>();

  static create(environment: Environment): GracefulEvictionController {
    return new GracefulEvictionController(environment);
  }

  private constructor(environment: Environment) {
    this.#environment = environment;
    this.#objects = Objects.create(
      environment.store,
      'karmada-controller-manager',
    );
    this.#queue = WorkQueue.create(environment.queue(15), key =>
      this.#reconcile(key),
    );
  }

  onEvent({ type, resource, object }: StoreEvent): void {
    if (
      type !== 'DELETED' &&
      (resource === karmadaTypes.ResourceBinding ||
        resource === karmadaTypes.ClusterResourceBinding) &&
      (object as Binding).spec.gracefulEvictionTasks?.length
    ) {
      this.#queue.add(keyOf(object));
    }
  }

  #reconcile(key: string): number | undefined {
    const { namespace, name } = splitKey(key);
    const { type } = bindingFlavour(namespace !== undefined);
    const binding = this.#objects.get<Binding>(type, namespace, name);
    const tasks = binding?.spec.gracefulEvictionTasks ?? [];
    if (!binding || tasks.length === 0) {
      return undefined;
    }
    const { clock } = this.#environment;
    const at = timestamp(clock.now());
    const kept = tasks
      .filter(task => !this.#isOver(binding, task))
      .map(task => ({ creationTimestamp: at, ...task }));
    this.#objects.edit(type, binding, draft => {
      draft.spec.gracefulEvictionTasks = kept;
      if (kept.length === 0) {
        delete draft.spec.gracefulEvictionTasks;
      }
    });
    const waits = kept
      .filter(({ suppressDeletion }) => suppressDeletion === undefined)
      .map(task => this.#remaining(binding, task));
    return waits.length > 0 ? Math.max(1, Math.min(...waits)) : undefined;
  }

  #isOver(binding: Binding, task: EvictionTask): boolean {
    if (!task.creationTimestamp) {
      return false;
    }
    if (task.suppressDeletion !== undefined) {
      return !task.suppressDeletion;
    }
    return this.#remaining(binding, task) <= 0 || isReplaced(binding);
  }

  #remaining({ metadata }: Binding, task: EvictionTask): number {
    const { clock, timings } = this.#environment;
    const id = `${metadata.uid} ${task.fromCluster}`;
    if (!task.creationTimestamp) {
      this.#since.delete(id);
    }
    const since = this.#since.get(id) ?? clock.elapsed();
    this.#since.set(id, since);
    const grace =
      task.gracePeriodSeconds === undefined
        ? timings.gracefulEviction
        : task.gracePeriodSeconds * 1000;
    return since + grace - clock.elapsed();
  }
}
