import type { KubeObject } from '../../apiserver/ObjectStore';
import type { MemberCluster } from '../../member/MemberCluster';
import { timestamp } from '../../clock/timestamp';
import { Objects } from '../../control/Objects';
import type { Timings } from '../../karmada/Timings';
import { kubernetesTypes } from '../../karmada/types/kubernetesTypes';
import { ownerReference } from '../../member/ownedBy';
import { isPodReady, podStatus } from '../../member/podStatus';
import { World } from '../World';
import { WatchLog, type LogEntry } from '../recording/WatchLog';

const SECOND = 1000;

/** What is written down when a journey says nothing else: all but clusters, whose reports are noise to most. */
const WATCHED: Array<[apiVersion: string, kind: string]> = [
  ['work.karmada.io/v1alpha2', 'ResourceBinding'],
  ['work.karmada.io/v1alpha2', 'ClusterResourceBinding'],
  ['work.karmada.io/v1alpha1', 'Work'],
  ['policy.karmada.io/v1alpha1', 'PropagationPolicy'],
  ['policy.karmada.io/v1alpha1', 'ClusterPropagationPolicy'],
  ['policy.karmada.io/v1alpha1', 'OverridePolicy'],
  ['apps/v1', 'Deployment'],
  ['v1', 'ConfigMap'],
  ['batch/v1', 'Job'],
  ['apps.karmada.io/v1alpha1', 'WorkloadRebalancer'],
  ['cluster.karmada.io/v1alpha1', 'Cluster'],
  ['v1', 'Event'],
];

/**
 * The laboratory in which the recordings were made, embedded: two Push members and a Pull member, a graceful eviction
 * timeout of three minutes. A journey acts in it and returns what a watcher saw.
 */
export class Journey {
  readonly world: World;
  readonly #log: WatchLog;
  #began = 0;

  /** `timings` slow single steps down to what was seen in one recording. */
  static create(options: { timings?: Partial<Timings> } = {}): Journey {
    return new Journey(options.timings);
  }

  private constructor(timings?: Partial<Timings>) {
    this.world = World.create({
      seed: 7,
      startAt: Date.parse('2026-11-21T11:00:00Z'),
      timings: { gracefulEviction: 180 * SECOND, ...timings },
    });
    this.#log = WatchLog.create(this.world.clock);
    for (const index of [1, 2]) {
      this.world.join({
        name: `member${index}`,
        provider: 'aws',
        region: `region-${index}`,
        zones: [`zone-${index}`],
        labels: { tier: 'prod' },
      });
    }
    this.world.join({
      name: 'member3',
      syncMode: 'Pull',
      provider: 'gcp',
      region: 'region-3',
      zones: ['zone-3'],
      labels: { tier: 'edge' },
    });
    this.world.pass(30 * SECOND);
  }

  member(name: string): MemberCluster {
    return this.world.karmada.members.get(name)!;
  }

  /** How long pods of a member take from now on until they serve, in seconds. */
  podsTake(name: string, seconds: number): void {
    const wait = Math.round(seconds * SECOND);
    this.member(name).timings.ready = [wait, wait];
  }

  /** A node of a member gets tired: that many pods of a Deployment stop serving and stay so. */
  tire(name: string, deployment: string, count = 1): void {
    this.#setPods(name, deployment, count, false);
  }

  /** And recovers. */
  wake(name: string, deployment: string, count = 1): void {
    this.#setPods(name, deployment, count, true);
  }

  #setPods(
    name: string,
    deployment: string,
    count: number,
    ready: boolean,
  ): void {
    const objects = Objects.create(this.member(name).store, 'kubelet');
    const concerned = objects
      .list(kubernetesTypes.Pod, 'demo')
      .filter(
        pod =>
          isPodReady(pod) !== ready &&
          ownerReference(pod)?.name.startsWith(`${deployment}-`),
      );
    for (const pod of concerned.slice(0, count)) {
      objects.editStatus(kubernetesTypes.Pod, pod, draft => {
        draft.status = podStatus(
          draft,
          'Running',
          { ready, restartCount: 0, state: { running: {} } },
          timestamp(this.world.clock.now()),
        );
      });
    }
  }

  /** From here on it is written down, of the workloads named (with what belongs to them). */
  begin(...workloads: string[]): void {
    const mine = ({ metadata }: KubeObject) =>
      workloads.length === 0 ||
      workloads.some(
        name => metadata.name === name || metadata.name.startsWith(`${name}-`),
      );
    this.#began = this.world.clock.elapsed();
    this.#log.start(
      this.world.karmada.store,
      WATCHED,
      object => object.kind === 'Cluster' || mine(object),
    );
  }

  /** Lets time pass until that many seconds after the beginning. */
  until(seconds: number): void {
    const target = this.#began + seconds * SECOND;
    this.world.pass(Math.max(0, target - this.world.clock.elapsed()));
  }

  end(): LogEntry[] {
    this.#log.stop();
    return this.#log.entries;
  }
}
