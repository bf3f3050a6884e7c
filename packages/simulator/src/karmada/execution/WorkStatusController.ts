import { plainCopy } from '../../apiserver/plainCopy';
import type { KubeObject, StoreEvent } from '../../apiserver/ObjectStore';
import { Objects } from '../../control/Objects';
import { objectKey, splitKey } from '../../control/objectKey';
import { WorkQueue } from '../../control/WorkQueue';
import { answers } from '../../member/answers';
import type { MemberCluster } from '../../member/MemberCluster';
import type { Environment } from '../Environment';
import { keys } from '../keys';
import type { Work } from '../model/Work';
import {
  executionCluster,
  executionNamespace,
} from '../names/executionNamespace';
import { karmadaTypes } from '../types/karmadaTypes';
import { interpretHealth } from './interpretHealth';
import { reflectStatus } from './reflectStatus';

/** Brings what members report back into the Works (pkg/controllers/status/work_status_controller.go). */
export class WorkStatusController {
  readonly #environment: Environment;
  readonly #objects: Objects;
  readonly #queue: WorkQueue;

  static create(environment: Environment): WorkStatusController {
    return new WorkStatusController(environment);
  }

  private constructor(environment: Environment) {
    this.#environment = environment;
    this.#objects = Objects.create(
      environment.store,
      'karmada-controller-manager',
    );
    this.#queue = WorkQueue.create(
      environment.queue(environment.timings.reflect),
      key => this.#reconcile(key),
    );
  }

  /** Something happened in a member. A member that cannot be reached is not heard. */
  onMemberEvent(member: MemberCluster, { object }: StoreEvent): void {
    if (answers(member)) {
      this.#enqueueWorkOf(object);
    }
  }

  /** After a silence everything is read anew. */
  onReturn(cluster: string): void {
    const works = this.#objects.list<Work>(
      karmadaTypes.Work,
      executionNamespace(cluster),
    );
    for (const { metadata } of works) {
      this.#queue.add(objectKey('Work', metadata.namespace, metadata.name));
    }
  }

  #enqueueWorkOf({ metadata }: KubeObject): void {
    const name = metadata.annotations?.[keys.workName];
    if (name) {
      const namespace = metadata.annotations?.[keys.workNamespace];
      this.#queue.add(objectKey('Work', namespace, name));
    }
  }

  #reconcile(key: string): void {
    const { namespace = '', name } = splitKey(key);
    const member = this.#environment.members.get(
      executionCluster(namespace) ?? '',
    );
    const work = this.#objects.get<Work>(karmadaTypes.Work, namespace, name);
    if (!work || work.metadata.deletionTimestamp) {
      return;
    }
    if (!member || !answers(member)) {
      return;
    }
    const [manifest] = work.spec.workload.manifests;
    const { apiVersion, kind, metadata } = manifest;
    const type = member.store.type(apiVersion, kind);
    const live =
      type && member.store.get(type, metadata.namespace ?? '', metadata.name);
    if (!live) {
      this.#recreate(work, member);
      return;
    }
    if (live.metadata.annotations?.[keys.workName] === name) {
      this.#reflect(work, live);
    }
  }

  /** Somebody deleted the member object. Under hold nothing is done and nothing said: the status stays, a fiction. */
  #recreate(work: Work, member: MemberCluster): void {
    const wasApplied = work.status?.conditions?.some(
      ({ type, status }) => type === 'Applied' && status === 'True',
    );
    if (wasApplied && !work.spec.suspendDispatching) {
      const [manifest] = work.spec.workload.manifests;
      const type = member.store.type(manifest.apiVersion, manifest.kind);
      if (type) {
        Objects.create(member.store, 'karmada').create(
          type,
          plainCopy(manifest),
        );
      }
    }
  }

  #reflect(work: Work, live: KubeObject): void {
    const status = reflectStatus(live);
    const { group, version } = this.#environment.store.type(
      live.apiVersion,
      live.kind,
    )!;
    const { name, namespace } = live.metadata;
    this.#objects.editStatus(karmadaTypes.Work, work, draft => {
      draft.status = {
        ...draft.status,
        manifestStatuses: [
          {
            health: interpretHealth(live),
            identifier: {
              ...(group && { group }),
              kind: live.kind,
              name,
              ...(namespace && { namespace }),
              ordinal: 0,
              resource: '',
              version,
            },
            ...(status && { status }),
          },
        ],
      };
    });
  }
}
