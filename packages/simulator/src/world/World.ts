import { plainCopy } from '../apiserver/plainCopy';
import { isDeepStrictEqual } from 'node:util';
import { Admission } from '../apiserver/admission/Admission';
import type { KubeObject, ResourceType } from '../apiserver/ObjectStore';
import { withDefaults } from '../apiserver/schema/withDefaults';
import { fieldsOf } from '../apiserver/schema/fieldsOf';
import { pruneUnknown } from '../apiserver/schema/pruneUnknown';
import { Random } from '../clock/Random';
import { SimulatedClock } from '../clock/SimulatedClock';
import { timestamp } from '../clock/timestamp';
import { Objects } from '../control/Objects';
import { admissionHooks } from '../karmada/admission/admissionHooks';
import {
  KarmadaControlPlane,
  type JoinOptions,
} from '../karmada/KarmadaControlPlane';
import type { Binding } from '../karmada/model/Binding';
import type { Cluster, Taint } from '../karmada/model/Cluster';
import type { DispatchSuspension, Policy } from '../karmada/model/Policy';
import type { Workload } from '../karmada/model/Workload';
import type { Timings } from '../karmada/Timings';
import { karmadaTypes } from '../karmada/types/karmadaTypes';
import { kubernetesTypes } from '../karmada/types/kubernetesTypes';
import type { MemberCluster } from '../member/MemberCluster';
import type { PlainCluster } from '../plain/PlainCluster';
import type { PipecdWorld } from '../pipecd/PipecdWorld';
import { memberAccess } from './access';
import { kubernetesDefaults } from './kubernetesDefaults';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const admin = { username: 'admin', groups: ['system:masters'] };

/** How a world is made. */
export interface WorldOptions {
  seed?: number;
  /** When it begins, in milliseconds since the epoch. */
  startAt?: number;
  timings?: Partial<Timings>;
}

/** A name in a namespace. */
export interface Named {
  namespace?: string;
  name: string;
}

/** A Karmada, its members and the people who work with them: everything that can be done to it by hand. */
export class World {
  readonly clock: SimulatedClock;
  readonly random: Random;
  readonly karmada: KarmadaControlPlane;
  readonly admission: Admission;
  /** The PipeCD that deploys into it, where there is one. */
  pipecd: PipecdWorld | undefined;
  /** Clusters beside it that no control plane federates. */
  readonly plain: PlainCluster[] = [];
  readonly #objects: Objects;

  static create(options: WorldOptions = {}): World {
    return new World(options);
  }

  private constructor({ seed = 1, startAt, timings }: WorldOptions) {
    this.clock = SimulatedClock.create({ startAt });
    this.random = Random.create(seed);
    const { clock, random } = this;
    this.karmada = KarmadaControlPlane.create({
      clock,
      random,
      timings,
      // A controller that fails is a defect of this simulator: it must not go unheard.
      onError: error => process.emitWarning(error as Error),
    });
    const { store } = this.karmada;
    this.admission = Admission.create(admissionHooks({ store, random }));
    this.#objects = Objects.create(store, 'kubectl-client-side-apply');
  }

  join(options: JoinOptions): MemberCluster {
    const member = this.karmada.join(options);
    const { store } = member;
    for (const object of memberAccess) {
      store.create(store.type(object.apiVersion, object.kind)!, object);
    }
    return member;
  }

  /** Lets the told time pass. */
  pass(milliseconds: number): void {
    this.clock.advance(milliseconds);
  }

  /** `kubectl apply`: defaults and admission as through the API, fields that the schema does not know pruned. */
  apply<T extends KubeObject>(given: KubeObject): T {
    const type = this.#typeOf(given);
    this.#keepNamespace(type, given);
    const fields = fieldsOf(type);
    const known = fields ? pruneUnknown(given, fields).object : given;
    const wanted = withDefaults(type, kubernetesDefaults(known));
    const { name, namespace, annotations, labels } = wanted.metadata;
    const applied = { [LAST_APPLIED]: `${JSON.stringify(given)}\n` };
    const live = this.#objects.get(type, namespace, name);
    if (!live) {
      const object = plainCopy(wanted);
      object.metadata.annotations = { ...annotations, ...applied };
      return this.#objects.create(
        type,
        this.#admit('CREATE', type, object),
      ) as T;
    }
    return this.change(type, live, draft => {
      draft.metadata.labels = { ...draft.metadata.labels, ...labels };
      draft.metadata.annotations = {
        ...draft.metadata.annotations,
        ...annotations,
        ...applied,
      };
      const { metadata, status, ...body } = plainCopy(wanted);
      Object.assign(draft, body);
    }) as T;
  }

  /** Edits an object through admission. */
  change<T extends KubeObject>(
    type: ResourceType,
    named: Named | T,
    edit: (draft: T) => void,
  ): T {
    const { namespace, name } =
      'metadata' in named ? (named as T).metadata : (named as Named);
    const live = this.#objects.get<T>(type, namespace, name);
    if (!live) {
      throw new Error(`no ${type.resource} ${namespace ?? ''}/${name}`);
    }
    const draft = plainCopy(live);
    edit(draft);
    if (isDeepStrictEqual(draft, live)) {
      return live;
    }
    const admitted = this.#admit('UPDATE', type, draft, live) as T;
    return this.#objects.store.update(type, admitted, {
      fieldManager: 'kubectl-edit',
    }) as T;
  }

  remove(type: ResourceType, { namespace, name }: Named): void {
    const live = this.#objects.get(type, namespace, name);
    if (live) {
      this.#admit('DELETE', type, live, live);
      this.#objects.store.delete(type, namespace ?? '', name);
    }
  }

  setImage(deployment: Named, image: string): void {
    this.change<Workload>(kubernetesTypes.Deployment, deployment, draft => {
      draft.spec.template.spec.containers[0].image = image;
    });
  }

  scale(deployment: Named, replicas: number): void {
    this.change<Workload>(kubernetesTypes.Deployment, deployment, draft => {
      draft.spec.replicas = replicas;
    });
  }

  /** Holds dispatch of everything a policy placed, on all clusters or some; undefined releases it. */
  hold(policy: Named, suspension: DispatchSuspension | undefined): void {
    this.change<Policy>(karmadaTypes.PropagationPolicy, policy, draft => {
      if (suspension) {
        draft.spec.suspension = suspension;
      } else {
        delete draft.spec.suspension;
      }
    });
  }

  taint(cluster: string, taint: Omit<Taint, 'timeAdded'>): void {
    const timeAdded =
      taint.effect === 'NoExecute'
        ? { timeAdded: timestamp(this.clock.now()) }
        : {};
    this.#changeCluster(cluster, draft => {
      draft.spec.taints = [
        { ...taint, ...timeAdded },
        ...(draft.spec.taints ?? []),
      ];
    });
  }

  untaint(cluster: string, key: string): void {
    this.#changeCluster(cluster, draft => {
      const left = draft.spec.taints?.filter(taint => taint.key !== key);
      draft.spec.taints = left;
      if (!left?.length) {
        delete draft.spec.taints;
      }
    });
  }

  /** Sets a label of a cluster, or takes it away. */
  label(cluster: string, key: string, value: string | undefined): void {
    this.#changeCluster(cluster, draft => {
      const { [key]: _, ...others } = draft.metadata.labels ?? {};
      draft.metadata.labels =
        value === undefined ? others : { ...others, [key]: value };
    });
  }

  loseCluster(name: string, how: 'hang' | 'refuse'): void {
    this.karmada.setMember(name, { state: how });
  }

  recoverCluster(name: string): void {
    this.karmada.setMember(name, { state: 'ok', agentRuns: true });
  }

  /** The agent of a Pull member stops reporting; what runs there goes on. */
  stopAgent(name: string): void {
    this.karmada.setMember(name, { agentRuns: false });
  }

  leave(cluster: string): void {
    this.remove(karmadaTypes.Cluster, { name: cluster });
  }

  /** Asks for a new division of workloads, as a WorkloadRebalancer does. */
  rebalance(name: string, workloads: Array<{ kind: string } & Named>): void {
    this.apply({
      apiVersion: 'apps.karmada.io/v1alpha1',
      kind: 'WorkloadRebalancer',
      metadata: { name },
      spec: {
        workloads: workloads.map(workload => ({
          apiVersion: workload.kind === 'Job' ? 'batch/v1' : 'apps/v1',
          ...workload,
        })),
      },
    });
  }

  /** Confirms (or withholds) the purge of a copy whose eviction waits for a person. */
  confirmPurge(binding: Named, cluster: string, purge = true): void {
    this.change<Binding>(karmadaTypes.ResourceBinding, binding, draft => {
      for (const task of draft.spec.gracefulEvictionTasks ?? []) {
        if (task.fromCluster === cluster) {
          task.suppressDeletion = !purge;
        }
      }
    });
  }

  #changeCluster(name: string, edit: (draft: Cluster) => void): void {
    this.change<Cluster>(karmadaTypes.Cluster, { name }, edit);
  }

  #typeOf({ apiVersion, kind }: KubeObject): ResourceType {
    const type = this.#objects.store.type(apiVersion, kind);
    if (!type) {
      throw new Error(`the control plane serves no ${apiVersion} ${kind}`);
    }
    return type;
  }

  #keepNamespace(type: ResourceType, { metadata }: KubeObject): void {
    const { namespace } = metadata;
    if (
      type.namespaced &&
      namespace &&
      !this.#objects.get(kubernetesTypes.Namespace, undefined, namespace)
    ) {
      this.#objects.create(kubernetesTypes.Namespace, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name: namespace,
          labels: { 'kubernetes.io/metadata.name': namespace },
        },
        status: { phase: 'Active' },
      });
    }
  }

  #admit(
    operation: 'CREATE' | 'UPDATE' | 'DELETE',
    type: ResourceType,
    object: KubeObject,
    oldObject?: KubeObject,
  ): KubeObject {
    return this.admission.admit(
      { operation, type, object, oldObject, user: admin, subresource: '' },
      () => {},
    );
  }
}
