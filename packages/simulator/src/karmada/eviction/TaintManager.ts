import type { StoreEvent } from '../../apiserver/ObjectStore';
import { Objects } from '../../control/Objects';
import { keyOf, splitKey } from '../../control/objectKey';
import { bindingFlavour } from '../bindingTypes';
import type { Environment } from '../Environment';
import { EventRecorder } from '../events/EventRecorder';
import type { Binding } from '../model/Binding';
import type { Cluster, Taint, Toleration } from '../model/Cluster';
import { tolerates } from '../scheduler/tolerates';
import { karmadaTypes } from '../types/karmadaTypes';
import { evict } from './evict';

/** How long a binding bears a taint, in milliseconds: 0 not at all, Infinity for ever. */
function borneFor(tolerations: Toleration[] | undefined, taint: Taint): number {
  const bearing = (tolerations ?? []).filter(toleration =>
    tolerates([toleration], taint),
  );
  return Math.max(
    0,
    ...bearing.map(({ tolerationSeconds }) =>
      tolerationSeconds === undefined
        ? Number.POSITIVE_INFINITY
        : tolerationSeconds * 1000,
    ),
  );
}

/**
 * Evicts from clusters that carry a NoExecute taint what does not bear it, a few bindings a second
 * (pkg/controllers/cluster/taint_manager.go, with taint eviction enabled).
 */
export class TaintManager {
  readonly #environment: Environment;
  readonly #objects: Objects;
  readonly #events: EventRecorder;
  readonly #waiting: string[] = [];
  #running = false;

  static create(environment: Environment): TaintManager {
    return new TaintManager(environment);
  }

  private constructor(environment: Environment) {
    this.#environment = environment;
    this.#objects = Objects.create(
      environment.store,
      'karmada-controller-manager',
    );
    this.#events = EventRecorder.create(environment, 'taint-manager');
  }

  onEvent({ type, resource, object }: StoreEvent): void {
    if (type === 'DELETED') {
      return;
    }
    if (resource === karmadaTypes.Cluster) {
      this.#onCluster(object as Cluster);
    } else if (
      resource === karmadaTypes.ResourceBinding ||
      resource === karmadaTypes.ClusterResourceBinding
    ) {
      const binding = object as Binding;
      for (const { name } of binding.spec.clusters ?? []) {
        const cluster = this.#cluster(name);
        if (cluster && this.#noExecute(cluster).length > 0) {
          this.#consider(binding, cluster);
        }
      }
    }
  }

  #cluster(name: string): Cluster | undefined {
    return this.#objects.get<Cluster>(karmadaTypes.Cluster, undefined, name);
  }

  #noExecute({ spec }: Cluster): Taint[] {
    return (spec.taints ?? []).filter(({ effect }) => effect === 'NoExecute');
  }

  #onCluster(cluster: Cluster): void {
    if (this.#noExecute(cluster).length === 0) {
      return;
    }
    const { name } = cluster.metadata;
    const bindings = [
      ...this.#objects.list<Binding>(karmadaTypes.ResourceBinding),
      ...this.#objects.list<Binding>(karmadaTypes.ClusterResourceBinding),
    ];
    for (const binding of bindings) {
      if (binding.spec.clusters?.some(target => target.name === name)) {
        this.#consider(binding, cluster);
      }
    }
  }

  #consider(binding: Binding, cluster: Cluster): void {
    const wait = Math.min(
      ...this.#noExecute(cluster).map(taint =>
        borneFor(binding.spec.placement?.clusterTolerations, taint),
      ),
    );
    if (wait === Number.POSITIVE_INFINITY) {
      return;
    }
    const entry = `${keyOf(binding)}|${cluster.metadata.name}`;
    if (wait > 0) {
      this.#environment.clock.after(wait, () => this.#enqueue(entry));
    } else {
      this.#enqueue(entry);
    }
  }

  #enqueue(entry: string): void {
    if (!this.#waiting.includes(entry)) {
      this.#waiting.push(entry);
    }
    if (!this.#running) {
      this.#running = true;
      this.#environment.clock.after(40, () => this.#next());
    }
  }

  #next(): void {
    const entry = this.#waiting.shift();
    if (entry === undefined) {
      this.#running = false;
      return;
    }
    const [key, cluster] = entry.split('|');
    this.#evict(key, cluster);
    const { clock, timings } = this.#environment;
    clock.after(timings.evictionInterval, () => this.#next());
  }

  #evict(key: string, name: string): void {
    const { namespace, name: bindingName } = splitKey(key);
    const { type } = bindingFlavour(namespace !== undefined);
    const binding = this.#objects.get<Binding>(type, namespace, bindingName);
    const cluster = this.#cluster(name);
    // The taint may have gone meanwhile. What is borne for a time is enqueued when that time is over.
    const untolerated =
      cluster &&
      this.#noExecute(cluster).some(
        taint =>
          borneFor(binding?.spec.placement?.clusterTolerations, taint) !==
          Number.POSITIVE_INFINITY,
      );
    if (!binding || !untolerated) {
      return;
    }
    const purgeMode = binding.spec.failover?.cluster?.purgeMode ?? 'Gracefully';
    this.#objects.edit(type, binding, draft =>
      evict(draft, name, {
        producer: 'TaintManager',
        reason: 'TaintUntolerated',
        purgeMode,
      }),
    );
    this.#events.record(binding, 'Normal', 'EvictWorkloadFromClusterSucceed', {
      message: `Evict from cluster ${name} succeed.`,
    });
  }
}
