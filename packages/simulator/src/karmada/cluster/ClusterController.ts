import type { StoreEvent } from '../../apiserver/ObjectStore';
import { timestamp } from '../../clock/timestamp';
import { Objects } from '../../control/Objects';
import { keyOf, splitKey } from '../../control/objectKey';
import { WorkQueue } from '../../control/WorkQueue';
import type { Environment } from '../Environment';
import { finalizers, taints } from '../keys';
import type { Cluster, Taint } from '../model/Cluster';
import { executionNamespace } from '../names/executionNamespace';
import { karmadaTypes } from '../types/karmadaTypes';
import { kubernetesTypes } from '../types/kubernetesTypes';

/** Which of Karmada's own taints a cluster in this condition carries. */
function taintFor(cluster: Cluster): string | undefined {
  const ready = cluster.status?.conditions?.find(
    ({ type }) => type === 'Ready',
  );
  if (ready?.status === 'True') {
    return undefined;
  }
  return ready?.status === 'Unknown' ? taints.unreachable : taints.notReady;
}

/** Taints clusters that are not ready, makes their execution namespaces, and lets them leave (pkg/controllers/cluster). */
export class ClusterController {
  readonly #environment: Environment;
  readonly #objects: Objects;
  readonly #queue: WorkQueue;

  static create(environment: Environment): ClusterController {
    return new ClusterController(environment);
  }

  private constructor(environment: Environment) {
    this.#environment = environment;
    this.#objects = Objects.create(
      environment.store,
      'karmada-controller-manager',
    );
    this.#queue = WorkQueue.create(environment.queue(10), key =>
      this.#reconcile(key),
    );
  }

  onEvent({ resource, object, type }: StoreEvent): void {
    if (resource === karmadaTypes.Cluster && type !== 'DELETED') {
      this.#queue.add(keyOf(object));
    }
  }

  #reconcile(key: string): number | undefined {
    const { name } = splitKey(key);
    const cluster = this.#objects.get<Cluster>(
      karmadaTypes.Cluster,
      undefined,
      name,
    );
    if (!cluster) {
      return undefined;
    }
    if (cluster.metadata.deletionTimestamp) {
      return this.#leave(cluster);
    }
    this.#keepNamespace(name);
    this.#objects.edit(karmadaTypes.Cluster, cluster, draft => {
      draft.metadata.finalizers ??= [finalizers.cluster];
      const wanted = taintFor(draft);
      const own = new Set<string>([taints.notReady, taints.unreachable]);
      const kept = (draft.spec.taints ?? []).filter(
        taint => !own.has(taint.key) || taint.key === wanted,
      );
      if (wanted && !kept.some(taint => taint.key === wanted)) {
        kept.push(this.#taint(wanted));
      }
      draft.spec.taints = kept;
      if (kept.length === 0) {
        delete draft.spec.taints;
      }
    });
    return undefined;
  }

  #taint(key: string): Taint {
    const timeAdded = timestamp(this.#environment.clock.now());
    return { key, effect: 'NoSchedule', timeAdded };
  }

  #keepNamespace(cluster: string): void {
    const name = executionNamespace(cluster);
    if (!this.#objects.get(kubernetesTypes.Namespace, undefined, name)) {
      this.#objects.create(kubernetesTypes.Namespace, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
        status: { phase: 'Active' },
      });
    }
  }

  /** A cluster goes when its Works have gone; the scheduler moves what it held. */
  #leave(cluster: Cluster): number | undefined {
    const namespace = executionNamespace(cluster.metadata.name);
    const works = this.#objects.list(karmadaTypes.Work, namespace);
    for (const work of works) {
      // What belongs to no binding goes here; what does has gone by the scheduler's hand or goes now.
      if (!work.metadata.deletionTimestamp) {
        this.#objects.remove(karmadaTypes.Work, work);
      }
    }
    if (works.length > 0) {
      return 1_000;
    }
    this.#objects.edit(karmadaTypes.Cluster, cluster, draft => {
      draft.metadata.finalizers = draft.metadata.finalizers?.filter(
        finalizer => finalizer !== finalizers.cluster,
      );
    });
    return undefined;
  }
}
