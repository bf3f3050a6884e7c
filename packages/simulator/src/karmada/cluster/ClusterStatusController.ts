import type { StoreEvent } from '../../apiserver/ObjectStore';
import { timestamp } from '../../clock/timestamp';
import { Objects } from '../../control/Objects';
import { WorkQueue } from '../../control/WorkQueue';
import { answers } from '../../member/answers';
import type { MemberCluster } from '../../member/MemberCluster';
import type { Environment } from '../Environment';
import type { Cluster } from '../model/Cluster';
import type { Condition } from '../model/Condition';
import { setCondition } from '../model/setCondition';
import { karmadaTypes } from '../types/karmadaTypes';
import { kubernetesTypes } from '../types/kubernetesTypes';
import { apiEnablements } from './apiEnablements';
import { resourceSummary } from './resourceSummary';

type Ready = Omit<Condition, 'lastTransitionTime' | 'type'>;

const ready: Ready = {
  status: 'True',
  reason: 'ClusterReady',
  message: 'cluster is healthy and ready to accept workloads',
};
const notReachable: Ready = {
  status: 'False',
  reason: 'ClusterNotReachable',
  message: 'cluster is not reachable',
};
const agentStopped: Ready = {
  status: 'Unknown',
  reason: 'ClusterStatusUnknown',
  message: 'Cluster status controller stopped posting cluster status.',
};

/** How often a real one looks at a member's nodes and pods. */
const REPORT = 10_000;

/**
 * Says of each member whether it is ready and what room it has (pkg/controllers/status, pkg/controllers/cluster). While
 * a member is not ready only `Ready` moves: complete API enablements and summaries stay as last seen.
 */
export class ClusterStatusController {
  readonly #environment: Environment;
  readonly #objects: Objects;
  readonly #reports: WorkQueue;
  readonly #verdicts = new Map<string, () => void>();
  readonly #onReturn: (cluster: string) => void;

  static create(
    environment: Environment,
    onReturn: (cluster: string) => void,
  ): ClusterStatusController {
    return new ClusterStatusController(environment, onReturn);
  }

  private constructor(
    environment: Environment,
    onReturn: (cluster: string) => void,
  ) {
    this.#environment = environment;
    this.#onReturn = onReturn;
    this.#objects = Objects.create(
      environment.store,
      'karmada-controller-manager',
    );
    this.#reports = WorkQueue.create(environment.queue(REPORT), name =>
      this.#report(name),
    );
  }

  /** The first report of a member that has joined. */
  onJoin(name: string): void {
    this.#environment.clock.after(150, () => {
      const member = this.#environment.members.get(name);
      if (member && member.state === 'ok') {
        this.#setReady(name, ready);
        this.#report(name);
      }
    });
  }

  onMemberEvent(member: MemberCluster, { resource }: StoreEvent): void {
    if (resource === kubernetesTypes.Pod || resource === kubernetesTypes.Node) {
      this.#reports.add(member.name);
    }
  }

  /** A member or its agent stopped or started: the verdict follows after the time a real one takes. */
  onStateChange(member: MemberCluster): void {
    const { clock } = this.#environment;
    this.#verdicts.get(member.name)?.();
    const [wait, verdict] = this.#verdictOn(member);
    const cancel = clock.after(wait, () => {
      this.#verdicts.delete(member.name);
      this.#setReady(member.name, verdict);
      if (verdict === ready) {
        this.#report(member.name);
        this.#onReturn(member.name);
      }
    });
    this.#verdicts.set(member.name, cancel);
  }

  #verdictOn(member: MemberCluster): [wait: number, verdict: Ready] {
    const { timings } = this.#environment;
    if (member.syncMode === 'Pull' && !member.agentRuns) {
      return [timings.agentLost, agentStopped];
    }
    if (member.state === 'hang') {
      return [timings.hang, notReachable];
    }
    if (member.state === 'refuse') {
      return [timings.refuse, notReachable];
    }
    const back =
      member.syncMode === 'Pull' ? timings.agentBack : timings.recover;
    return [back, ready];
  }

  #setReady(name: string, verdict: Ready): void {
    this.#editStatus(name, (status, at) => {
      status.conditions = setCondition(
        status.conditions,
        { type: 'Ready', ...verdict },
        at,
      );
    });
  }

  #report(name: string): void {
    const member = this.#environment.members.get(name);
    if (!member || !answers(member)) {
      return;
    }
    const nodes = member.store.list(kubernetesTypes.Node);
    const pods = member.store.list(kubernetesTypes.Pod);
    this.#editStatus(name, (status, at) => {
      status.kubernetesVersion ??= 'v1.36.2';
      status.apiEnablements ??= apiEnablements;
      Object.assign(status, resourceSummary(nodes, pods));
      const complete = {
        type: 'CompleteAPIEnablements',
        status: 'True' as const,
        reason: 'Complete',
        message: 'collected complete APIEnablements from the cluster',
      };
      const conditions = setCondition(status.conditions, complete, at);
      status.conditions = conditions.sort((left, right) =>
        left.type < right.type ? -1 : 1,
      );
    });
  }

  #editStatus(
    name: string,
    change: (status: NonNullable<Cluster['status']>, at: string) => void,
  ): void {
    const cluster = this.#objects.get<Cluster>(
      karmadaTypes.Cluster,
      undefined,
      name,
    );
    if (cluster) {
      const at = timestamp(this.#environment.clock.now());
      this.#objects.editStatus(karmadaTypes.Cluster, cluster, draft => {
        draft.status ??= {};
        change(draft.status, at);
      });
    }
  }
}
