import type { StoreEvent } from '../../apiserver/ObjectStore';
import { timestamp } from '../../clock/timestamp';
import { Objects } from '../../control/Objects';
import { keyOf, splitKey } from '../../control/objectKey';
import { WorkQueue } from '../../control/WorkQueue';
import { answers } from '../../member/answers';
import type { MemberCluster } from '../../member/MemberCluster';
import type { Environment } from '../Environment';
import { EventRecorder } from '../events/EventRecorder';
import { finalizers, keys } from '../keys';
import type { Cluster } from '../model/Cluster';
import type { Condition } from '../model/Condition';
import { setCondition } from '../model/setCondition';
import type { Work } from '../model/Work';
import {
  executionCluster,
  executionNamespace,
} from '../names/executionNamespace';
import { karmadaTypes } from '../types/karmadaTypes';
import { applyManifest } from './applyManifest';
import { isReady } from './isReady';

const dispatching: Omit<Condition, 'lastTransitionTime'> = {
  type: 'Dispatching',
  status: 'True',
  reason: 'Dispatching',
  message: 'Work is being dispatched to member clusters.',
};
const suspended: Omit<Condition, 'lastTransitionTime'> = {
  type: 'Dispatching',
  status: 'False',
  reason: 'SuspendDispatching',
  message: 'Work dispatching is in a suspended state.',
};
const applied: Omit<Condition, 'lastTransitionTime'> = {
  type: 'Applied',
  status: 'True',
  reason: 'AppliedSuccessful',
  message: 'Manifest has been successfully applied',
};

/** The longest pause between two tries of a Work that fails. */
const LONGEST_BACKOFF = 60_000;

/** Brings Works to their members (pkg/controllers/execution). */
export class ExecutionController {
  readonly #environment: Environment;
  readonly #objects: Objects;
  readonly #events: EventRecorder;
  readonly #dispatch: WorkQueue;
  readonly #apply: WorkQueue;
  readonly #seen = new Map<string, string>();
  readonly #failures = new Map<string, number>();

  static create(environment: Environment): ExecutionController {
    return new ExecutionController(environment);
  }

  private constructor(environment: Environment) {
    const { timings, store } = environment;
    this.#environment = environment;
    this.#objects = Objects.create(store, 'karmada-controller-manager');
    this.#events = EventRecorder.create(environment, 'execution-controller');
    this.#dispatch = WorkQueue.create(
      environment.queue(timings.dispatch),
      key => this.#reconcile(key),
    );
    this.#apply = WorkQueue.create(environment.queue(timings.dispatch), key =>
      this.#applyWork(key),
    );
  }

  onEvent({ type, resource, object }: StoreEvent): void {
    if (resource === karmadaTypes.Work && type !== 'DELETED') {
      const key = keyOf(object);
      const { uid, generation, deletionTimestamp } = object.metadata;
      const seen = `${uid} ${generation} ${deletionTimestamp}`;
      if (this.#seen.get(key) !== seen) {
        this.#seen.set(key, seen);
        this.#dispatch.add(key);
      }
    }
  }

  /** A member can be reached again: what waited for it is tried after the back-off that had built up. */
  onReturn(cluster: string): void {
    const { timings } = this.#environment;
    for (const work of this.#objects.list<Work>(
      karmadaTypes.Work,
      executionNamespace(cluster),
    )) {
      const delay = work.metadata.deletionTimestamp
        ? timings.retryWork
        : timings.dispatch;
      this.#dispatch.add(keyOf(work), delay);
    }
  }

  #reconcile(key: string): void {
    const { namespace, name } = splitKey(key);
    const work = this.#objects.get<Work>(karmadaTypes.Work, namespace, name);
    if (!work) {
      return;
    }
    if (work.metadata.deletionTimestamp) {
      this.#remove(work);
      return;
    }
    const hold = work.spec.suspendDispatching === true;
    this.#setCondition(work, hold ? suspended : dispatching);
    if (!hold) {
      this.#apply.add(key);
    }
  }

  /** Only a member that the control plane believes ready and that answers is talked to. */
  #memberOf(work: Work): MemberCluster | undefined {
    const name = executionCluster(work.metadata.namespace ?? '') ?? '';
    const cluster = this.#objects.get<Cluster>(
      karmadaTypes.Cluster,
      undefined,
      name,
    );
    const member = this.#environment.members.get(name);
    return member && answers(member) && isReady(cluster) ? member : undefined;
  }

  #remove(work: Work): void {
    const member = this.#memberOf(work);
    if (!member) {
      return;
    }
    for (const { apiVersion, kind, metadata } of work.spec.workload.manifests) {
      const type = member.store.type(apiVersion, kind);
      const live =
        type && member.store.get(type, metadata.namespace ?? '', metadata.name);
      const ours =
        live?.metadata.annotations?.[keys.workName] === work.metadata.name;
      if (type && live && ours && !work.spec.preserveResourcesOnDeletion) {
        member.store.delete(type, metadata.namespace ?? '', metadata.name);
      }
    }
    this.#objects.edit(karmadaTypes.Work, work, draft => {
      draft.metadata.finalizers = draft.metadata.finalizers?.filter(
        finalizer => finalizer !== finalizers.work,
      );
    });
  }

  #applyWork(key: string): number | undefined {
    const { namespace, name } = splitKey(key);
    const work = this.#objects.get<Work>(karmadaTypes.Work, namespace, name);
    const member = work && this.#memberOf(work);
    if (
      !member ||
      work.metadata.deletionTimestamp ||
      work.spec.suspendDispatching
    ) {
      return undefined;
    }
    try {
      work.spec.workload.manifests.forEach(manifest =>
        applyManifest(member, manifest),
      );
    } catch (error) {
      return this.#fail(key, work, error as Error);
    }
    this.#failures.delete(key);
    this.#setCondition(work, applied);
    const { name: memberName } = member;
    this.#events.record(work, 'Normal', 'SyncSucceed', {
      message: `Sync work(${key.replace(
        'Work/',
        '',
      )}) to cluster(${memberName}) successful.`,
    });
    return undefined;
  }

  #fail(key: string, work: Work, error: Error): number {
    const total = work.spec.workload.manifests.length;
    this.#setCondition(work, {
      type: 'Applied',
      status: 'False',
      reason: 'AppliedFailed',
      message: `Failed to apply all manifests (0/${total}): ${error.message}`,
    });
    const tries = (this.#failures.get(key) ?? 0) + 1;
    this.#failures.set(key, tries);
    this.#events.record(work, 'Warning', 'SyncFailed', {
      message: `Failed to sync work(${key.replace('Work/', '')}), err: ${
        error.message
      }`,
    });
    return Math.min(LONGEST_BACKOFF, 20 * 2 ** tries);
  }

  #setCondition(
    work: Work,
    condition: Omit<Condition, 'lastTransitionTime'>,
  ): void {
    const at = timestamp(this.#environment.clock.now());
    this.#objects.editStatus(karmadaTypes.Work, work, draft => {
      draft.status = {
        ...draft.status,
        conditions: setCondition(draft.status?.conditions, condition, at),
      };
    });
  }
}
