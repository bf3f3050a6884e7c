import { InMemoryObjectStore } from '../apiserver/InMemoryObjectStore';
import type { StoreEvent } from '../apiserver/ObjectStore';
import type { Clock } from '../clock/Clock';
import type { Random } from '../clock/Random';
import { Objects } from '../control/Objects';
import type { QueueOptions } from '../control/WorkQueue';
import type { MemberCluster } from '../member/MemberCluster';
import { startMember, type MemberOptions } from '../member/startMember';
import { BindingController } from './binding/BindingController';
import { ClusterController } from './cluster/ClusterController';
import { clusterObject, type ClusterSpec } from './cluster/clusterObject';
import { ClusterStatusController } from './cluster/ClusterStatusController';
import { DependenciesDistributor } from './dependencies/DependenciesDistributor';
import { Detector } from './detector/Detector';
import type { Environment } from './Environment';
import { GracefulEvictionController } from './eviction/GracefulEvictionController';
import { TaintManager } from './eviction/TaintManager';
import { ExecutionController } from './execution/ExecutionController';
import { WorkStatusController } from './execution/WorkStatusController';
import type { Cluster } from './model/Cluster';
import type { Work } from './model/Work';
import { executionNamespace } from './names/executionNamespace';
import { NamespaceController } from './namespaces/NamespaceController';
import { QuotaController } from './quota/QuotaController';
import { RebalancerController } from './rebalance/RebalancerController';
import { Scheduler } from './scheduler/Scheduler';
import { BindingStatusController } from './status/BindingStatusController';
import { recordedTimings, type Timings } from './Timings';
import { controlPlaneTypes } from './types/controlPlaneTypes';
import { karmadaTypes } from './types/karmadaTypes';

/** How a control plane is made. */
export interface ControlPlaneOptions {
  clock: Clock;
  random: Random;
  timings?: Partial<Timings>;
  onError?: (error: unknown) => void;
}

/** A member that joins: what the control plane says of it, and what it is made of. */
export type JoinOptions = ClusterSpec &
  Pick<MemberOptions, 'nodes' | 'nodeSize' | 'timings'>;

const FIRST_MEMBER_PORT = 6443;

/** A Karmada without its wire: the stores of control plane and members, with every controller running on the world's clock. */
export class KarmadaControlPlane {
  readonly store: InMemoryObjectStore;
  readonly members = new Map<string, MemberCluster>();
  readonly errors: unknown[] = [];
  readonly #environment: Environment;
  readonly #clusterStatus: ClusterStatusController;
  readonly #workStatus: WorkStatusController;
  readonly #execution: ExecutionController;

  static create(options: ControlPlaneOptions): KarmadaControlPlane {
    return new KarmadaControlPlane(options);
  }

  private constructor(options: ControlPlaneOptions) {
    const { clock, random } = options;
    this.store = InMemoryObjectStore.create({
      types: controlPlaneTypes,
      now: () => new Date(clock.now()),
      uid: () => random.uuid(),
    });
    const onError = (error: unknown) => {
      this.errors.push(error);
      options.onError?.(error);
    };
    this.#environment = {
      store: this.store,
      clock,
      random,
      timings: { ...recordedTimings, ...options.timings },
      members: this.members,
      queue: (lag): QueueOptions => ({ clock, random, lag, onError }),
    };
    this.#clusterStatus = ClusterStatusController.create(
      this.#environment,
      cluster => this.#onReturn(cluster),
    );
    this.#workStatus = WorkStatusController.create(this.#environment);
    this.#execution = ExecutionController.create(this.#environment);
    const controllers = [
      ClusterController.create(this.#environment),
      Detector.create(this.#environment),
      Scheduler.create(this.#environment),
      BindingController.create(this.#environment),
      this.#execution,
      BindingStatusController.create(this.#environment),
      DependenciesDistributor.create(this.#environment),
      TaintManager.create(this.#environment),
      GracefulEvictionController.create(this.#environment),
      RebalancerController.create(this.#environment),
      QuotaController.create(this.#environment),
      NamespaceController.create(this.#environment),
    ];
    this.store.subscribe(event =>
      controllers.forEach(controller => controller.onEvent(event)),
    );
    this.store.subscribe(({ type, resource, object }) => {
      if (resource === karmadaTypes.Cluster && type === 'DELETED') {
        this.members.delete(object.metadata.name);
      }
    });
  }

  /** A member joins and reports a moment later. */
  join(options: JoinOptions): MemberCluster {
    const { clock, random, queue } = this.#environment;
    const { name, syncMode, nodes, nodeSize, timings } = options;
    const address = `127.0.0.1:${FIRST_MEMBER_PORT + this.members.size}`;
    const member = startMember(
      { name, syncMode, nodes, nodeSize, timings, address },
      { clock, random, queue },
    );
    this.members.set(name, member);
    member.store.subscribe(event => this.#onMemberEvent(member, event));
    Objects.create(this.store, 'karmadactl').create<Cluster>(
      karmadaTypes.Cluster,
      clusterObject(options, { id: random.uuid(), address }),
    );
    this.#clusterStatus.onJoin(name);
    return member;
  }

  /** A member stops answering, comes back, or its agent does. */
  setMember(
    name: string,
    change: Partial<Pick<MemberCluster, 'state' | 'agentRuns' | 'reachable'>>,
  ): void {
    const member = this.members.get(name);
    if (!member) {
      throw new Error(`no member ${name}`);
    }
    Object.assign(member, change);
    this.#clusterStatus.onStateChange(member);
  }

  /** Whether a member was sent an object of that name and took it. */
  isApplied(cluster: string, name: string): boolean {
    const works = this.store.list(
      karmadaTypes.Work,
      executionNamespace(cluster),
    ) as Work[];
    return works.some(
      ({ spec, status }) =>
        spec.workload.manifests.some(
          ({ metadata }) => metadata.name === name,
        ) &&
        status?.conditions?.some(
          ({ type, status: value }) => type === 'Applied' && value === 'True',
        ),
    );
  }

  #onMemberEvent(member: MemberCluster, event: StoreEvent): void {
    this.#workStatus.onMemberEvent(member, event);
    this.#clusterStatus.onMemberEvent(member, event);
  }

  #onReturn(cluster: string): void {
    this.#workStatus.onReturn(cluster);
    this.#execution.onReturn(cluster);
  }
}
