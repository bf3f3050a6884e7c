import { plainCopy } from '../apiserver/plainCopy';
import type { KubeObject, StoreEvent } from '../apiserver/ObjectStore';
import { timestamp } from '../clock/timestamp';
import { Objects } from '../control/Objects';
import { keyOf, objectKey, splitKey } from '../control/objectKey';
import { WorkQueue } from '../control/WorkQueue';
import type { Workload } from '../karmada/model/Workload';
import { kubernetesTypes } from '../karmada/types/kubernetesTypes';
import type { MemberEnvironment } from './MemberEnvironment';
import { ownerReference, ownerUid } from './ownedBy';
import { podTemplateHash } from './podTemplateHash';
import { poolSize, rolloutPlan } from './rolloutPlan';

const HASH_LABEL = 'pod-template-hash';

function available(set: Workload): number {
  return (set.status?.availableReplicas as number | undefined) ?? 0;
}

/** Rolls Deployments out over ReplicaSets, generation by generation. */
export class DeploymentController {
  readonly #environment: MemberEnvironment;
  readonly #objects: Objects;
  readonly #queue: WorkQueue;

  static create(environment: MemberEnvironment): DeploymentController {
    return new DeploymentController(environment);
  }

  private constructor(environment: MemberEnvironment) {
    this.#environment = environment;
    this.#objects = Objects.create(
      environment.member.store,
      'kube-controller-manager',
    );
    this.#queue = WorkQueue.create(
      environment.queue(environment.timings.control),
      key => this.#reconcile(key),
    );
  }

  onEvent({ resource, object }: StoreEvent): void {
    if (resource === kubernetesTypes.Deployment) {
      this.#queue.add(keyOf(object));
    } else if (resource === kubernetesTypes.ReplicaSet) {
      const owner = ownerReference(object);
      if (owner) {
        const { namespace } = object.metadata;
        this.#queue.add(objectKey(owner.kind, namespace, owner.name));
      }
    }
  }

  #reconcile(key: string): void {
    const { namespace, name } = splitKey(key);
    const deployment = this.#objects.get<Workload>(
      kubernetesTypes.Deployment,
      namespace,
      name,
    );
    if (!deployment) {
      return;
    }
    const sets = this.#objects
      .list<Workload>(kubernetesTypes.ReplicaSet, namespace)
      .filter(set => ownerUid(set) === deployment.metadata.uid);
    const hash = podTemplateHash(deployment.spec.template);
    const current = sets.find(
      ({ metadata }) => metadata.labels?.[HASH_LABEL] === hash,
    );
    const old = sets.filter(set => set !== current);
    // A generation is noted before anything of it is done, as the recorded sequences show.
    if (
      deployment.status?.observedGeneration !== deployment.metadata.generation
    ) {
      this.#writeStatus(deployment, current, old);
      this.#queue.add(key);
      return;
    }
    this.#resize(deployment, hash, current, old);
    this.#forgetEmpty(old);
    this.#writeStatus(deployment, current, old);
  }

  #resize(
    deployment: Workload,
    hash: string,
    current: Workload | undefined,
    old: Workload[],
  ): void {
    const wanted = deployment.spec.replicas ?? 1;
    const rolling = deployment.spec.strategy?.rollingUpdate;
    const maxSurge = poolSize(rolling?.maxSurge, wanted, 'up');
    const maxUnavailable = poolSize(rolling?.maxUnavailable, wanted, 'down');
    const plan = rolloutPlan({
      wanted,
      maxSurge,
      maxUnavailable: maxSurge || maxUnavailable ? maxUnavailable : 1,
      current: {
        size: current?.spec.replicas ?? 0,
        available: current ? available(current) : 0,
      },
      old: old.map(set => ({
        size: set.spec.replicas ?? 0,
        available: available(set),
      })),
    });
    if (current) {
      this.#setSize(current, plan.current);
    } else {
      this.#objects.create(
        kubernetesTypes.ReplicaSet,
        this.#newSet(deployment, hash, plan.current),
      );
    }
    old.forEach((set, index) => this.#setSize(set, plan.old[index]));
  }

  #setSize(set: Workload, size: number): void {
    this.#objects.edit(kubernetesTypes.ReplicaSet, set, draft => {
      draft.spec.replicas = size;
    });
  }

  #newSet(deployment: Workload, hash: string, replicas: number): Workload {
    const { name, namespace, uid } = deployment.metadata;
    const template = plainCopy(deployment.spec.template);
    const labels = { ...template.metadata?.labels, [HASH_LABEL]: hash };
    return {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        name: `${name}-${hash}`,
        namespace,
        labels,
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name,
            uid,
            controller: true,
            blockOwnerDeletion: true,
          },
        ],
      },
      spec: {
        replicas,
        selector: { matchLabels: labels },
        template: { ...template, metadata: { ...template.metadata, labels } },
      },
    };
  }

  /** Kubernetes keeps ten old sets for a rollback; three are enough to look at. */
  #forgetEmpty(old: Workload[]): void {
    const empty = old
      .filter(
        ({ spec, status }) => !spec.replicas && !(status?.replicas as number),
      )
      .sort((left, right) =>
        (left.metadata.creationTimestamp ?? '') <
        (right.metadata.creationTimestamp ?? '')
          ? -1
          : 1,
      );
    for (const set of empty.slice(0, -3)) {
      this.#objects.remove(kubernetesTypes.ReplicaSet, set);
    }
  }

  #writeStatus(
    deployment: Workload,
    current: Workload | undefined,
    old: Workload[],
  ): void {
    const sets = [...old, ...(current ? [current] : [])];
    const sum = (field: string, among: KubeObject[] = sets) =>
      among.reduce(
        (total, { status }) =>
          total + ((status as Record<string, number>)?.[field] ?? 0),
        0,
      );
    const told = sets.reduce(
      (total, { spec }) => total + (spec.replicas ?? 0),
      0,
    );
    const serving = sum('availableReplicas');
    const status = {
      observedGeneration: deployment.metadata.generation,
      replicas: sum('replicas'),
      updatedReplicas: sum('replicas', current ? [current] : []),
      readyReplicas: sum('readyReplicas'),
      availableReplicas: serving,
      unavailableReplicas: Math.max(0, told - serving),
    };
    const counts = Object.entries(status).filter(([, count]) => count);
    this.#objects.editStatus(kubernetesTypes.Deployment, deployment, draft => {
      draft.status = {
        ...Object.fromEntries(counts),
        conditions: this.#conditions(draft, serving, status.updatedReplicas),
      };
    });
  }

  #conditions(draft: Workload, serving: number, updated: number): unknown[] {
    const wanted = draft.spec.replicas ?? 1;
    const at = timestamp(this.#environment.clock.now());
    const known = (draft.status?.conditions ?? []) as Array<
      Record<string, string>
    >;
    const make = (type: string, ok: boolean, yes: string, no: string) => {
      const before = known.find(condition => condition.type === type);
      const status = ok ? 'True' : 'False';
      const lastTransitionTime =
        before?.status === status ? before.lastTransitionTime : at;
      return { type, status, reason: ok ? yes : no, lastTransitionTime };
    };
    return [
      make(
        'Available',
        serving >= wanted - poolSize('25%', wanted, 'down'),
        'MinimumReplicasAvailable',
        'MinimumReplicasUnavailable',
      ),
      make(
        'Progressing',
        true,
        updated >= wanted && serving >= wanted
          ? 'NewReplicaSetAvailable'
          : 'ReplicaSetUpdated',
        '',
      ),
    ];
  }
}
