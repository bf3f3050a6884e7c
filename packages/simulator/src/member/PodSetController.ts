import type {
  KubeObject,
  ResourceType,
  StoreEvent,
} from '../apiserver/ObjectStore';
import { Objects } from '../control/Objects';
import { keyOf, objectKey, splitKey } from '../control/objectKey';
import { WorkQueue } from '../control/WorkQueue';
import type { Workload } from '../karmada/model/Workload';
import { kubernetesTypes } from '../karmada/types/kubernetesTypes';
import type { MemberEnvironment } from './MemberEnvironment';
import { ownerReference, ownerUid } from './ownedBy';
import { podNames } from './podNames';
import { podObject } from './podObject';
import { isPodReady } from './podStatus';
import { podSetStatus } from './podSetStatus';
import { podTemplateHash } from './podTemplateHash';

const ownerTypes: Record<string, ResourceType> = {
  ReplicaSet: kubernetesTypes.ReplicaSet,
  StatefulSet: kubernetesTypes.StatefulSet,
  DaemonSet: kubernetesTypes.DaemonSet,
  Job: kubernetesTypes.Job,
};

/** Which template a pod was made from, for the kinds that replace pods in place. */
const TEMPLATE_LABEL = 'controller-revision-hash';

/** Keeps the pods of the kinds that own pods: ReplicaSets, StatefulSets, DaemonSets and Jobs. */
export class PodSetController {
  readonly #environment: MemberEnvironment;
  readonly #objects: Objects;
  readonly #queue: WorkQueue;

  static create(environment: MemberEnvironment): PodSetController {
    return new PodSetController(environment);
  }

  private constructor(environment: MemberEnvironment) {
    this.#environment = environment;
    this.#objects = Objects.create(
      environment.member.store,
      'kube-controller-manager',
    );
    this.#queue = WorkQueue.create(
      environment.queue(() => environment.timings.control),
      key => this.#reconcile(key),
    );
  }

  onEvent({ type, resource, object }: StoreEvent): void {
    if (resource === ownerTypes[object.kind]) {
      this.#queue.add(keyOf(object));
    } else if (resource === kubernetesTypes.Pod) {
      const owner = ownerReference(object);
      if (owner) {
        const { namespace } = object.metadata;
        this.#queue.add(objectKey(owner.kind, namespace, owner.name));
      }
    }
    if (type === 'DELETED') {
      this.#collect(object);
    }
  }

  /** What an owner leaves behind goes with it. */
  #collect({ metadata }: KubeObject): void {
    const { namespace, uid } = metadata;
    for (const type of [kubernetesTypes.ReplicaSet, kubernetesTypes.Pod]) {
      for (const object of this.#objects.list(type, namespace)) {
        if (ownerUid(object) === uid) {
          this.#objects.remove(type, object);
        }
      }
    }
  }

  #reconcile(key: string): void {
    const { kind, namespace, name } = splitKey(key);
    const type = ownerTypes[kind];
    const owner = type && this.#objects.get<Workload>(type, namespace, name);
    if (!owner) {
      return;
    }
    const pods = this.#objects
      .list(kubernetesTypes.Pod, namespace)
      .filter(pod => ownerUid(pod) === owner.metadata.uid);
    const staying = pods.filter(({ metadata }) => !metadata.deletionTimestamp);
    this.#replaceOutdated(owner, staying);
    this.#resize(owner, staying);
    const now = this.#objects
      .list(kubernetesTypes.Pod, namespace)
      .filter(pod => ownerUid(pod) === owner.metadata.uid);
    this.#objects.editStatus(type, owner, draft => {
      draft.status = podSetStatus(draft, now, {
        hash: podTemplateHash(draft.spec.template),
        label: TEMPLATE_LABEL,
        now: this.#environment.clock.now(),
        nodes: this.#nodes().length,
      });
    });
  }

  #nodes(): KubeObject[] {
    return this.#objects.list(kubernetesTypes.Node);
  }

  /** StatefulSets and DaemonSets change one pod at a time, and the next only when all serve. */
  #replaceOutdated(owner: Workload, pods: KubeObject[]): void {
    if (owner.kind !== 'StatefulSet' && owner.kind !== 'DaemonSet') {
      return;
    }
    const hash = podTemplateHash(owner.spec.template);
    const outdated = pods.filter(
      ({ metadata }) => metadata.labels?.[TEMPLATE_LABEL] !== hash,
    );
    const broken = outdated.find(pod => !isPodReady(pod));
    const last = outdated[outdated.length - 1];
    const next = broken ?? (pods.every(isPodReady) ? last : undefined);
    if (next) {
      this.#objects.remove(kubernetesTypes.Pod, next);
    }
  }

  #resize(owner: Workload, pods: KubeObject[]): void {
    const { add, remove } = podNames(owner, pods, {
      nodes: this.#nodes().map(({ metadata }) => metadata.name),
      random: this.#environment.random,
    });
    for (const pod of remove) {
      this.#objects.remove(kubernetesTypes.Pod, pod);
    }
    const { template } = owner.spec;
    for (const name of add) {
      const pod = podObject(owner, template, name);
      if (owner.kind !== 'ReplicaSet') {
        pod.metadata.labels = {
          ...pod.metadata.labels,
          [TEMPLATE_LABEL]: podTemplateHash(template),
        };
      }
      this.#objects.create(kubernetesTypes.Pod, pod);
    }
  }
}
