import type { KubeObject, StoreEvent } from '../apiserver/ObjectStore';
import { timestamp } from '../clock/timestamp';
import { Objects } from '../control/Objects';
import { keyOf, splitKey } from '../control/objectKey';
import { WorkQueue } from '../control/WorkQueue';
import { EventRecorder } from '../karmada/events/EventRecorder';
import type { PodTemplate } from '../karmada/model/Workload';
import { kubernetesTypes } from '../karmada/types/kubernetesTypes';
import type { MemberEnvironment } from './MemberEnvironment';
import { ownerReference } from './ownedBy';
import { podBehaviour } from './podBehaviour';
import { findNode } from './findNode';
import { podStatus, type ContainerMoment, type PodStatus } from './podStatus';

const LONGEST_BACKOFF = 300_000;

/** Finds nodes for the pods of a member, starts them, and lets them serve, finish or fail. */
export class Kubelet {
  readonly #environment: MemberEnvironment;
  readonly #objects: Objects;
  readonly #events: EventRecorder;
  readonly #scheduling: WorkQueue;
  #addresses = 0;

  static create(environment: MemberEnvironment): Kubelet {
    return new Kubelet(environment);
  }

  private constructor(environment: MemberEnvironment) {
    const { member, clock, random, timings } = environment;
    this.#environment = environment;
    this.#objects = Objects.create(member.store, 'kubelet');
    this.#events = EventRecorder.create(
      { store: member.store, clock, random },
      'kubelet',
    );
    this.#scheduling = WorkQueue.create(
      environment.queue(timings.control),
      key => this.#schedule(key),
    );
  }

  onEvent({ type, resource, object }: StoreEvent): void {
    if (resource === kubernetesTypes.Pod && type === 'ADDED') {
      this.#scheduling.add(keyOf(object));
    }
  }

  #pod(key: string): KubeObject | undefined {
    const { namespace, name } = splitKey(key);
    return this.#objects.get(kubernetesTypes.Pod, namespace, name);
  }

  #schedule(key: string): number | undefined {
    const pod = this.#pod(key);
    if (!pod || (pod.spec as { nodeName?: string }).nodeName) {
      return undefined;
    }
    const nodes = this.#objects.list(kubernetesTypes.Node);
    const pods = this.#objects.list(kubernetesTypes.Pod);
    const found = findNode(pod, nodes, pods);
    if (typeof found === 'string') {
      this.#refuse(pod, found);
      return this.#environment.timings.findRoom;
    }
    const node = found.metadata.name;
    this.#objects.edit(kubernetesTypes.Pod, pod, draft => {
      (draft.spec as PodTemplate['spec']).nodeName = node;
    });
    const { namespace, name } = pod.metadata;
    this.#events.record(pod, 'Normal', 'Scheduled', {
      message: `Successfully assigned ${namespace}/${name} to ${node}`,
    });
    this.#start(key);
    return undefined;
  }

  #refuse(pod: KubeObject, message: string): void {
    this.#events.record(pod, 'Warning', 'FailedScheduling', { message });
    const at = timestamp(this.#environment.clock.now());
    this.#objects.editStatus(kubernetesTypes.Pod, pod, draft => {
      const status = draft.status as PodStatus;
      status.conditions ??= [
        {
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message,
          lastTransitionTime: at,
        },
      ];
    });
  }

  #start(key: string): void {
    const pod = this.#pod(key);
    if (!pod) {
      return;
    }
    const { random, timings } = this.#environment;
    const creating = { waiting: { reason: 'ContainerCreating' } };
    this.#write(key, 'Pending', {
      ready: false,
      restartCount: 0,
      state: creating,
    });
    const [{ image }] = (pod.spec as PodTemplate['spec']).containers;
    const behaviour = podBehaviour(pod);
    this.#event(key, 'Normal', 'Pulling', `Pulling image "${image}"`);
    if (behaviour === 'image-missing') {
      this.#later(key, timings.crash, () => this.#missImage(key, image));
      return;
    }
    const [low, high] =
      behaviour === 'slow-start' ? timings.slowReady : timings.ready;
    const startup = random.between(low, high);
    this.#later(key, startup / 2, () => {
      this.#event(key, 'Normal', 'Started', 'Started container');
      this.#write(key, 'Running', {
        ready: false,
        restartCount: 0,
        state: { running: { startedAt: this.#at() } },
      });
    });
    const isJob = ownerReference(pod)?.kind === 'Job';
    this.#later(key, startup, () => {
      if (behaviour === 'crash-loop') {
        this.#crash(key, 0);
      } else if (behaviour === 'never-ready') {
        this.#failProbe(key);
      } else {
        this.#serve(key);
      }
    });
    if (isJob) {
      this.#later(key, startup + timings.job, () =>
        this.#finish(key, behaviour === 'fail'),
      );
    }
  }

  #serve(key: string): void {
    this.#addresses += 1;
    const [high, low] = [this.#addresses >> 8, this.#addresses & 255];
    this.#write(
      key,
      'Running',
      {
        ready: true,
        restartCount: 0,
        state: { running: { startedAt: this.#at() } },
      },
      { podIP: `10.244.${high}.${low}` },
    );
  }

  #finish(key: string, failed: boolean): void {
    const finishedAt = this.#at();
    const terminated = failed
      ? { exitCode: 1, reason: 'Error', finishedAt }
      : { exitCode: 0, reason: 'Completed', finishedAt };
    this.#write(key, failed ? 'Failed' : 'Succeeded', {
      ready: false,
      restartCount: 0,
      state: { terminated },
    });
  }

  #failProbe(key: string): void {
    const message =
      'Readiness probe failed: HTTP probe failed with statuscode: 503';
    this.#event(key, 'Warning', 'Unhealthy', message);
  }

  #missImage(key: string, image: string): void {
    const message = `Back-off pulling image "${image}"`;
    this.#event(
      key,
      'Warning',
      'Failed',
      `Failed to pull image "${image}": not found`,
    );
    this.#write(key, 'Pending', {
      ready: false,
      restartCount: 0,
      state: { waiting: { reason: 'ImagePullBackOff', message } },
    });
  }

  #crash(key: string, restartCount: number): void {
    const { timings } = this.#environment;
    const lastState = {
      terminated: { exitCode: 1, reason: 'Error', finishedAt: this.#at() },
    };
    const message = 'back-off restarting failed container';
    this.#event(key, 'Warning', 'BackOff', message);
    this.#write(key, 'Running', {
      ready: false,
      restartCount,
      state: { waiting: { reason: 'CrashLoopBackOff', message } },
      lastState,
    });
    const pause = Math.min(
      LONGEST_BACKOFF,
      timings.backOff * 2 ** restartCount,
    );
    this.#later(key, pause, () => {
      this.#write(key, 'Running', {
        ready: false,
        restartCount: restartCount + 1,
        state: { running: { startedAt: this.#at() } },
        lastState,
      });
      this.#later(key, timings.crash, () => this.#crash(key, restartCount + 1));
    });
  }

  #later(key: string, wait: number, act: () => void): void {
    const uid = this.#pod(key)?.metadata.uid;
    this.#environment.clock.after(wait, () => {
      // A pod of the same name may have taken its place.
      if (uid && this.#pod(key)?.metadata.uid === uid) {
        act();
      }
    });
  }

  #at(): string {
    return timestamp(this.#environment.clock.now());
  }

  #event(
    key: string,
    type: 'Normal' | 'Warning',
    reason: string,
    message: string,
  ): void {
    const pod = this.#pod(key);
    if (pod) {
      this.#events.record(pod, type, reason, { message });
    }
  }

  #write(
    key: string,
    phase: PodStatus['phase'],
    moment: ContainerMoment,
    more: Partial<PodStatus> = {},
  ): void {
    const pod = this.#pod(key);
    if (pod) {
      this.#objects.editStatus(kubernetesTypes.Pod, pod, draft => {
        draft.status = {
          ...podStatus(draft, phase, moment, this.#at()),
          ...more,
        };
      });
    }
  }
}
