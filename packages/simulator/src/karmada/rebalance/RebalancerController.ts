import type { KubeObject, StoreEvent } from '../../apiserver/ObjectStore';
import { timestamp } from '../../clock/timestamp';
import { Objects } from '../../control/Objects';
import { keyOf, splitKey } from '../../control/objectKey';
import { WorkQueue } from '../../control/WorkQueue';
import { bindingFlavour } from '../bindingTypes';
import type { Environment } from '../Environment';
import type { Binding } from '../model/Binding';
import { bindingName } from '../names/bindingName';
import { karmadaTypes } from '../types/karmadaTypes';

interface WorkloadReference {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
}

interface Rebalancer extends KubeObject {
  spec: {
    workloads: WorkloadReference[];
    ttlSecondsAfterFinished?: number;
  };
  status?: {
    observedGeneration?: number;
    finishTime?: string;
    observedWorkloads?: Array<{
      workload: WorkloadReference;
      result: 'Successful' | 'Failed';
      reason?: string;
    }>;
  };
}

function sortKey({ apiVersion, kind, namespace, name }: WorkloadReference) {
  return [apiVersion, kind, namespace, name].join(' ');
}

/**
 * Asks the scheduler for a new division. The time it writes is the rebalancer's own creation: an old rebalancer that is
 * edited says "Successful" and moves nothing, as in life.
 */
export class RebalancerController {
  readonly #environment: Environment;
  readonly #objects: Objects;
  readonly #queue: WorkQueue;

  static create(environment: Environment): RebalancerController {
    return new RebalancerController(environment);
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
    if (resource === karmadaTypes.WorkloadRebalancer && type !== 'DELETED') {
      this.#queue.add(keyOf(object));
    }
  }

  #reconcile(key: string): void {
    const rebalancer = this.#objects.get<Rebalancer>(
      karmadaTypes.WorkloadRebalancer,
      undefined,
      splitKey(key).name,
    );
    if (!rebalancer) {
      return;
    }
    const { generation, creationTimestamp } = rebalancer.metadata;
    if (rebalancer.status?.observedGeneration === generation) {
      return;
    }
    const at = creationTimestamp ?? '';
    const observedWorkloads = [...rebalancer.spec.workloads]
      .sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1))
      .map(workload => this.#trigger(workload, at));
    this.#objects.editStatus(
      karmadaTypes.WorkloadRebalancer,
      rebalancer,
      draft => {
        draft.status = {
          finishTime: timestamp(this.#environment.clock.now()),
          observedGeneration: generation,
          observedWorkloads,
        };
      },
    );
    const { ttlSecondsAfterFinished } = rebalancer.spec;
    if (ttlSecondsAfterFinished !== undefined) {
      this.#environment.clock.after(ttlSecondsAfterFinished * 1000, () =>
        this.#objects.remove(karmadaTypes.WorkloadRebalancer, rebalancer),
      );
    }
  }

  #trigger(workload: WorkloadReference, at: string) {
    const { type } = bindingFlavour(workload.namespace !== undefined);
    const binding = this.#objects.get<Binding>(
      type,
      workload.namespace,
      bindingName(workload.kind, workload.name),
    );
    if (!binding) {
      return {
        reason: 'ReferencedBindingNotFound',
        result: 'Failed' as const,
        workload,
      };
    }
    const before = binding.spec.rescheduleTriggeredAt ?? '';
    if (before < at) {
      this.#objects.edit(type, binding, draft => {
        draft.spec.rescheduleTriggeredAt = at;
      });
    }
    return { result: 'Successful' as const, workload };
  }
}
