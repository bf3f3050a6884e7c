import { plainCopy } from '../../apiserver/plainCopy';
import { isDeepStrictEqual } from 'node:util';
import type { StoreEvent } from '../../apiserver/ObjectStore';
import { StatusError } from '../../apiserver/StatusError';
import { timestamp } from '../../clock/timestamp';
import { Objects } from '../../control/Objects';
import { keyOf, splitKey } from '../../control/objectKey';
import { WorkQueue } from '../../control/WorkQueue';
import type { Environment } from '../Environment';
import { EventRecorder } from '../events/EventRecorder';
import { bindingFlavour, flavourOf } from '../bindingTypes';
import { keys } from '../keys';
import type { Binding, TargetCluster } from '../model/Binding';
import type { Cluster } from '../model/Cluster';
import { setCondition } from '../model/setCondition';
import { checkQuota, type Quota } from '../quota/checkQuota';
import { karmadaTypes } from '../types/karmadaTypes';
import { affectsScheduling } from './affectsScheduling';
import { needsSchedule } from './needsSchedule';
import { placementText } from './placementText';
import { rescheduleRequired } from './rescheduleRequired';
import { schedule } from './schedule';
import { SchedulingError } from './SchedulingError';

const SUCCESS = 'Binding has been scheduled successfully.';

interface Outcome {
  clusters: TargetCluster[];
  affinityName?: string;
}

/** Decides where bindings go (pkg/scheduler). */
export class Scheduler {
  readonly #environment: Environment;
  readonly #objects: Objects;
  readonly #events: EventRecorder;
  readonly #queue: WorkQueue;
  readonly #generations = new Map<string, string>();
  readonly #clusters = new Map<string, Cluster>();

  static create(environment: Environment): Scheduler {
    return new Scheduler(environment);
  }

  private constructor(environment: Environment) {
    this.#environment = environment;
    this.#objects = Objects.create(environment.store, 'karmada-scheduler');
    this.#events = EventRecorder.create(environment, 'default-scheduler');
    this.#queue = WorkQueue.create(
      environment.queue(environment.timings.schedule),
      key => this.#reconcile(key),
    );
  }

  onEvent({ type, resource, object }: StoreEvent): void {
    if (resource === karmadaTypes.Cluster) {
      this.#onCluster(type, object as Cluster);
    } else if (
      resource === karmadaTypes.ResourceBinding ||
      resource === karmadaTypes.ClusterResourceBinding
    ) {
      this.#onBinding(type, object as Binding);
    }
  }

  #onBinding(type: StoreEvent['type'], binding: Binding): void {
    const key = keyOf(binding);
    const { generation, labels } = binding.metadata;
    const seen = JSON.stringify([generation, labels]);
    if (type === 'DELETED') {
      this.#generations.delete(key);
    } else if (this.#generations.get(key) !== seen) {
      this.#generations.set(key, seen);
      this.#queue.add(key);
    }
  }

  #onCluster(type: StoreEvent['type'], cluster: Cluster): void {
    const { name, generation, labels, deletionTimestamp } = cluster.metadata;
    const before = this.#clusters.get(name);
    this.#clusters.set(name, cluster);
    if (type === 'DELETED') {
      this.#clusters.delete(name);
      return;
    }
    const moved =
      !before ||
      before.metadata.generation !== generation ||
      !before.metadata.deletionTimestamp !== !deletionTimestamp ||
      !isDeepStrictEqual(before.metadata.labels, labels);
    if (!moved) {
      return;
    }
    for (const binding of this.#bindings()) {
      if (
        affectsScheduling(binding, cluster) ||
        (before && affectsScheduling(binding, before))
      ) {
        this.#queue.add(keyOf(binding));
      }
    }
  }

  *#bindings(): Iterable<Binding> {
    yield* this.#objects.list<Binding>(karmadaTypes.ResourceBinding);
    yield* this.#objects.list<Binding>(karmadaTypes.ClusterResourceBinding);
  }

  #reconcile(key: string): number | undefined {
    const { namespace, name } = splitKey(key);
    const { type } = bindingFlavour(namespace !== undefined);
    const binding = this.#objects.get<Binding>(type, namespace, name);
    if (!binding || !this.#isOurs(binding)) {
      return undefined;
    }
    if (needsSchedule(binding, this.#leaving())) {
      return this.#schedule(binding);
    }
    const { generation } = binding.metadata;
    this.#objects.editStatus(type, binding, draft => {
      draft.status = {
        ...draft.status,
        schedulerObservedGeneration: generation,
      };
    });
    return undefined;
  }

  /** What the real one leaves alone without a word: no Scheduled condition ever appears there. */
  #isOurs({ metadata, spec }: Binding): boolean {
    const { labels = {} } = metadata;
    return (
      !metadata.deletionTimestamp &&
      spec.placement !== undefined &&
      (spec.schedulerName ?? 'default-scheduler') === 'default-scheduler' &&
      !spec.suspension?.scheduling &&
      Boolean(
        labels[keys.policyId] ??
          labels[keys.clusterPolicyId] ??
          labels[keys.managedBy],
      )
    );
  }

  #leaving(): Set<string> {
    return new Set(
      this.#objects
        .list<Cluster>(karmadaTypes.Cluster)
        .filter(({ metadata }) => metadata.deletionTimestamp)
        .map(({ metadata }) => metadata.name),
    );
  }

  #schedule(binding: Binding): number | undefined {
    try {
      const { clusters, affinityName } = this.#decide(binding);
      this.#writeResult(binding, clusters);
      if (affinityName) {
        this.#writeStatus(binding, {
          schedulerObservingAffinityName: affinityName,
        });
      }
      this.#succeed(binding, clusters);
      return undefined;
    } catch (error) {
      if (error instanceof SchedulingError) {
        return this.#fail(binding, error);
      }
      if (error instanceof StatusError && error.code === 403) {
        return this.#fail(
          binding,
          new SchedulingError('QuotaExceeded', error.message),
        );
      }
      throw error;
    }
  }

  /** Tries the affinities in order, from the one observed: 1.18 never goes back to an earlier one. */
  #decide(binding: Binding): Outcome {
    const { placement = {} } = binding.spec;
    const { schedulerObservingAffinityName } = binding.status ?? {};
    const fresh = rescheduleRequired(binding);
    const clusters = this.#objects.list<Cluster>(karmadaTypes.Cluster);
    const terms = placement.clusterAffinities;
    if (!terms) {
      const { clusterAffinity } = placement;
      return { clusters: schedule(binding, clusterAffinity, clusters, fresh) };
    }
    const observed = terms.findIndex(
      ({ affinityName }) => affinityName === schedulerObservingAffinityName,
    );
    let first: unknown;
    for (const term of terms.slice(Math.max(0, observed))) {
      try {
        return {
          clusters: schedule(binding, term, clusters, fresh),
          affinityName: term.affinityName,
        };
      } catch (error) {
        first ??= error;
      }
    }
    throw first;
  }

  #writeResult(binding: Binding, clusters: TargetCluster[]): void {
    const { namespace } = binding.metadata;
    const change = (draft: Binding) => {
      draft.metadata.annotations = {
        ...draft.metadata.annotations,
        [keys.appliedPlacement]: placementText(draft.spec.placement ?? {}),
      };
      if (clusters.length > 0) {
        draft.spec.clusters = clusters;
      } else {
        delete draft.spec.clusters;
      }
    };
    const after = plainCopy(binding);
    change(after);
    // The scheduler works on the storage directly, so the webhook's rule is asked here.
    checkQuota(
      namespace
        ? this.#objects.list<Quota>(
            karmadaTypes.FederatedResourceQuota,
            namespace,
          )
        : [],
      this.#objects
        .list<Binding>(karmadaTypes.ResourceBinding, namespace)
        .filter(({ metadata }) => metadata.uid !== binding.metadata.uid),
      binding,
      after,
    );
    this.#objects.edit(flavourOf(binding).type, binding, change);
  }

  #writeStatus(
    binding: Binding,
    status: Partial<NonNullable<Binding['status']>>,
  ): void {
    this.#objects.editStatus(flavourOf(binding).type, binding, draft => {
      draft.status = { ...draft.status, ...status };
    });
  }

  #succeed(binding: Binding, clusters: TargetCluster[]): void {
    const at = timestamp(this.#environment.clock.now());
    this.#writeStatus(binding, {
      conditions: setCondition(
        binding.status?.conditions,
        {
          type: 'Scheduled',
          status: 'True',
          reason: 'Success',
          message: SUCCESS,
        },
        at,
      ),
      lastScheduledTime: at,
      // Of the object as it was before the result was written: one behind until the next look, as in life.
      schedulerObservedGeneration: binding.metadata.generation,
    });
    const result = clusters
      .map(target => `${target.name}:${target.replicas ?? 0}`)
      .join(', ');
    this.#events.record(binding, 'Normal', 'ScheduleBindingSucceed', {
      message: `${SUCCESS} Result: {${result}}`,
    });
  }

  #fail(binding: Binding, error: SchedulingError): number | undefined {
    if (error.reason === 'NoClusterFit') {
      this.#writeResult(binding, []);
    }
    this.#writeStatus(binding, {
      conditions: setCondition(
        binding.status?.conditions,
        {
          type: 'Scheduled',
          status: 'False',
          reason: error.reason,
          message: error.message,
        },
        timestamp(this.#environment.clock.now()),
      ),
    });
    this.#events.record(binding, 'Warning', 'ScheduleBindingFailed', {
      message: error.message,
    });
    return error.reason === 'NoClusterFit'
      ? undefined
      : this.#environment.timings.retrySchedule;
  }
}
