import type { StoreEvent } from '../../apiserver/ObjectStore';
import { Objects } from '../../control/Objects';
import { WorkQueue } from '../../control/WorkQueue';
import type { Environment } from '../Environment';
import type { Binding } from '../model/Binding';
import { formatMebibytes, formatQuantity } from '../scheduler/quantity';
import { karmadaTypes } from '../types/karmadaTypes';
import { bindingUsage, type Quota } from './checkQuota';

/** Writes what the bindings of a namespace use into its quotas. */
export class QuotaController {
  readonly #objects: Objects;
  readonly #queue: WorkQueue;

  static create(environment: Environment): QuotaController {
    return new QuotaController(environment);
  }

  private constructor(environment: Environment) {
    this.#objects = Objects.create(
      environment.store,
      'karmada-controller-manager',
    );
    this.#queue = WorkQueue.create(environment.queue(100), namespace =>
      this.#reconcile(namespace),
    );
  }

  onEvent({ resource, object }: StoreEvent): void {
    const { namespace } = object.metadata;
    if (
      namespace &&
      (resource === karmadaTypes.ResourceBinding ||
        resource === karmadaTypes.FederatedResourceQuota)
    ) {
      this.#queue.add(namespace);
    }
  }

  #reconcile(namespace: string): void {
    const quotas = this.#objects.list<Quota>(
      karmadaTypes.FederatedResourceQuota,
      namespace,
    );
    if (quotas.length === 0) {
      return;
    }
    const bindings = this.#objects.list<Binding>(
      karmadaTypes.ResourceBinding,
      namespace,
    );
    for (const quota of quotas) {
      const { overall } = quota.spec;
      const used = Object.keys(overall).map(resource => {
        const sum = bindings.reduce(
          (total, binding) =>
            total + (bindingUsage(binding).get(resource) ?? 0),
          0,
        );
        const text =
          resource === 'memory' ? formatMebibytes(sum) : formatQuantity(sum);
        return [resource, text];
      });
      this.#objects.editStatus(
        karmadaTypes.FederatedResourceQuota,
        quota,
        draft => {
          draft.status = { overall, overallUsed: Object.fromEntries(used) };
        },
      );
    }
  }
}
