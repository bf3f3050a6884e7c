import type { KubeObject, StoreEvent } from '../../apiserver/ObjectStore';
import { Objects } from '../../control/Objects';
import { keyOf, splitKey } from '../../control/objectKey';
import { WorkQueue } from '../../control/WorkQueue';
import type { Environment } from '../Environment';
import { bindingFlavour, bindingId, flavourOf } from '../bindingTypes';
import { finalizers, keys } from '../keys';
import type { Binding, TargetCluster } from '../model/Binding';
import type { Cluster } from '../model/Cluster';
import type { OverridePolicy } from '../model/Policy';
import type { Work } from '../model/Work';
import { executionNamespace } from '../names/executionNamespace';
import { workName } from '../names/workName';
import { karmadaTypes } from '../types/karmadaTypes';
import { purgesAtOnce, wantedClusters } from './wantedClusters';
import { workFor } from './workFor';

/** While a copy is taken away at once, its replacement waits for this long between looks (requeue of the real one). */
const WAIT_FOR_PURGE = 5_000;

/** Turns a schedule result into one Work per cluster (pkg/controllers/binding). */
export class BindingController {
  readonly #environment: Environment;
  readonly #objects: Objects;
  readonly #queue: WorkQueue;
  readonly #seen = new Map<string, string>();

  static create(environment: Environment): BindingController {
    return new BindingController(environment);
  }

  private constructor(environment: Environment) {
    this.#environment = environment;
    this.#objects = Objects.create(
      environment.store,
      'karmada-controller-manager',
    );
    this.#queue = WorkQueue.create(
      environment.queue(environment.timings.work),
      key => this.#reconcile(key),
    );
  }

  onEvent({ type, resource, object }: StoreEvent): void {
    switch (resource) {
      case karmadaTypes.ResourceBinding:
      case karmadaTypes.ClusterResourceBinding:
        this.#onBinding(object);
        break;
      case karmadaTypes.Work:
        if (type === 'DELETED') {
          this.#enqueueOwner(object);
        }
        break;
      case karmadaTypes.OverridePolicy:
      case karmadaTypes.ClusterOverridePolicy:
        this.#enqueueAll(object.metadata.namespace);
        break;
      default:
    }
  }

  /** Status alone must not count: an orphaned binding would carry later edits of its template to the members. */
  #onBinding(binding: KubeObject): void {
    const key = keyOf(binding);
    const { generation, deletionTimestamp } = binding.metadata;
    const seen = `${binding.metadata.uid} ${generation} ${deletionTimestamp}`;
    if (this.#seen.get(key) !== seen) {
      this.#seen.set(key, seen);
      this.#queue.add(key);
    }
  }

  #enqueueOwner({ metadata }: KubeObject): void {
    const { annotations = {} } = metadata;
    const name =
      annotations[keys.bindingName] ?? annotations[keys.clusterBindingName];
    const namespace = annotations[keys.bindingNamespace];
    if (name) {
      const { type } = bindingFlavour(namespace !== undefined);
      this.#queue.add(`${type.kind}/${namespace ?? ''}/${name}`);
    }
  }

  #enqueueAll(namespace: string | undefined): void {
    for (const binding of this.#objects.list<Binding>(
      karmadaTypes.ResourceBinding,
      namespace,
    )) {
      this.#queue.add(keyOf(binding));
    }
  }

  #reconcile(key: string): number | undefined {
    const { namespace, name } = splitKey(key);
    const { type, finalizer } = bindingFlavour(namespace !== undefined);
    const binding = this.#objects.get<Binding>(type, namespace, name);
    if (!binding) {
      return undefined;
    }
    if (binding.metadata.deletionTimestamp) {
      this.#removeWorks(binding, () => true);
      this.#objects.edit(type, binding, draft => {
        draft.metadata.finalizers = draft.metadata.finalizers?.filter(
          candidate =>
            candidate !== finalizer && candidate !== finalizers.dependencies,
        );
      });
      return undefined;
    }
    const wanted = wantedClusters(binding);
    const names = new Set(wanted.map(target => target.name));
    this.#removeWorks(binding, cluster => !names.has(cluster));
    if (this.#waitsForPurge(binding)) {
      return WAIT_FOR_PURGE;
    }
    this.#writeWorks(binding);
    return undefined;
  }

  *#worksOf(binding: Binding): Iterable<{ cluster: string; work: Work }> {
    const { kind, name, namespace } = binding.spec.resource;
    const work = workName(kind, name, namespace);
    for (const cluster of this.#environment.members.keys()) {
      const found = this.#objects.get<Work>(
        karmadaTypes.Work,
        executionNamespace(cluster),
        work,
      );
      // The same name may belong to another binding's object: the permanent id alone decides.
      const id = found?.metadata.labels?.[flavourOf(binding).idKey];
      if (found && id === bindingId(binding)) {
        yield { cluster, work: found };
      }
    }
  }

  #removeWorks(binding: Binding, gone: (cluster: string) => boolean): void {
    for (const { cluster, work } of [...this.#worksOf(binding)]) {
      if (gone(cluster) && !work.metadata.deletionTimestamp) {
        this.#objects.remove(karmadaTypes.Work, work);
      }
    }
  }

  #waitsForPurge(binding: Binding): boolean {
    const purged = new Set(
      (binding.spec.gracefulEvictionTasks ?? [])
        .filter(({ purgeMode }) => purgesAtOnce(purgeMode))
        .map(({ fromCluster }) => fromCluster),
    );
    return [...this.#worksOf(binding)].some(({ cluster }) =>
      purged.has(cluster),
    );
  }

  #writeWorks(binding: Binding): void {
    const { apiVersion, kind, namespace, name } = binding.spec.resource;
    const type = this.#environment.store.type(apiVersion, kind);
    const template = type && this.#objects.get(type, namespace, name);
    if (!template) {
      return;
    }
    // Evicting copies keep the manifest they have; only what is scheduled or required follows the template.
    const evicting = new Set(
      (binding.spec.gracefulEvictionTasks ?? []).map(
        ({ fromCluster }) => fromCluster,
      ),
    );
    for (const target of wantedClusters(binding)) {
      const cluster = this.#objects.get<Cluster>(
        karmadaTypes.Cluster,
        undefined,
        target.name,
      );
      if (cluster && !evicting.has(target.name)) {
        this.#writeWork(binding, template, cluster, target);
      }
    }
  }

  #writeWork(
    binding: Binding,
    template: KubeObject,
    cluster: Cluster,
    target: TargetCluster,
  ): void {
    const { kind, metadata } = template;
    const name = workName(kind, metadata.name, metadata.namespace);
    const namespace = executionNamespace(target.name);
    const known = this.#objects.get<Work>(karmadaTypes.Work, namespace, name);
    if (known?.metadata.deletionTimestamp) {
      return;
    }
    const workId =
      known?.metadata.labels?.[keys.workId] ?? this.#environment.random.uuid();
    const wanted = workFor(binding, template, {
      cluster,
      replicas: target.replicas,
      name,
      workId,
      overrides: {
        clusterWide: this.#objects.list<OverridePolicy>(
          karmadaTypes.ClusterOverridePolicy,
        ),
        namespaced: metadata.namespace
          ? this.#objects.list<OverridePolicy>(
              karmadaTypes.OverridePolicy,
              metadata.namespace,
            )
          : [],
      },
    });
    if (known) {
      this.#objects.edit(karmadaTypes.Work, known, draft => {
        draft.metadata.annotations = wanted.metadata.annotations;
        draft.metadata.labels = wanted.metadata.labels;
        draft.spec = wanted.spec;
      });
    } else {
      this.#objects.create(karmadaTypes.Work, wanted);
    }
  }
}
