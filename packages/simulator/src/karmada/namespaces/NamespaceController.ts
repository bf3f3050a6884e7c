import type { KubeObject, StoreEvent } from '../../apiserver/ObjectStore';
import { Objects } from '../../control/Objects';
import { WorkQueue } from '../../control/WorkQueue';
import type { Environment } from '../Environment';
import { finalizers, keys } from '../keys';
import type { Cluster } from '../model/Cluster';
import type { Work } from '../model/Work';
import { executionNamespace } from '../names/executionNamespace';
import { workName } from '../names/workName';
import { karmadaTypes } from '../types/karmadaTypes';
import { kubernetesTypes } from '../types/kubernetesTypes';

const RESERVED = /^(default|kube-.*|karmada-.*)$/;

/**
 * Brings every namespace to every member. Its Works belong to no binding and carry no binding's id: readers must not
 * take them for orphans.
 */
export class NamespaceController {
  readonly #environment: Environment;
  readonly #objects: Objects;
  readonly #queue: WorkQueue;

  static create(environment: Environment): NamespaceController {
    return new NamespaceController(environment);
  }

  private constructor(environment: Environment) {
    this.#environment = environment;
    this.#objects = Objects.create(
      environment.store,
      'karmada-controller-manager',
    );
    this.#queue = WorkQueue.create(environment.queue(20), name =>
      this.#reconcile(name),
    );
  }

  onEvent({ type, resource, object }: StoreEvent): void {
    if (resource === kubernetesTypes.Namespace && type === 'ADDED') {
      this.#queue.add(object.metadata.name);
    } else if (resource === karmadaTypes.Cluster && type === 'ADDED') {
      for (const { metadata } of this.#objects.list(
        kubernetesTypes.Namespace,
      )) {
        this.#queue.add(metadata.name);
      }
    }
  }

  #reconcile(name: string): void {
    const namespace = this.#objects.get(
      kubernetesTypes.Namespace,
      undefined,
      name,
    );
    const skipped = namespace?.metadata.labels?.[keys.skipNamespace] === 'true';
    if (!namespace || skipped || RESERVED.test(name)) {
      return;
    }
    for (const { metadata } of this.#objects.list<Cluster>(
      karmadaTypes.Cluster,
    )) {
      if (!metadata.deletionTimestamp) {
        this.#keepWork(namespace, metadata.name);
      }
    }
  }

  #keepWork({ metadata }: KubeObject, cluster: string): void {
    const { name, uid } = metadata;
    const work = workName('Namespace', name);
    const where = executionNamespace(cluster);
    if (this.#objects.get(karmadaTypes.Work, where, work)) {
      return;
    }
    const workId = this.#environment.random.uuid();
    this.#objects.create<Work>(karmadaTypes.Work, {
      apiVersion: 'work.karmada.io/v1alpha1',
      kind: 'Work',
      metadata: {
        name: work,
        namespace: where,
        finalizers: [finalizers.work],
        labels: { [keys.workId]: workId },
        ownerReferences: [
          {
            apiVersion: 'v1',
            blockOwnerDeletion: true,
            controller: true,
            kind: 'Namespace',
            name,
            uid,
          },
        ],
      },
      spec: {
        workload: {
          manifests: [
            {
              apiVersion: 'v1',
              kind: 'Namespace',
              metadata: {
                name,
                labels: { [keys.managed]: 'true', [keys.workId]: workId },
                annotations: {
                  [keys.workName]: work,
                  [keys.workNamespace]: where,
                },
              },
            },
          ],
        },
      },
    });
  }
}
