import type { StoreEvent } from '../../apiserver/ObjectStore';
import { timestamp } from '../../clock/timestamp';
import { Objects } from '../../control/Objects';
import { keyOf, objectKey, splitKey } from '../../control/objectKey';
import { WorkQueue } from '../../control/WorkQueue';
import type { Environment } from '../Environment';
import { bindingFlavour, bindingId } from '../bindingTypes';
import { keys } from '../keys';
import type { AggregatedStatusItem, Binding } from '../model/Binding';
import { setCondition } from '../model/setCondition';
import type { Work } from '../model/Work';
import { executionNamespace } from '../names/executionNamespace';
import { workName } from '../names/workName';
import { karmadaTypes } from '../types/karmadaTypes';
import { aggregateWorks, isFullyApplied } from './aggregateWorks';
import { rollUp } from './rollUp';

const succeeded = {
  type: 'FullyApplied',
  status: 'True',
  reason: 'FullyAppliedSuccess',
  message: 'All works have been successfully applied',
} as const;
const failed = {
  type: 'FullyApplied',
  status: 'False',
  reason: 'FullyAppliedFailed',
  message: 'Failed to apply all works, see status.aggregatedStatus for details',
} as const;

/**
 * Gathers Works into their binding's status and the template's (pkg/controllers/status/common.go). It looks when a
 * Work's status changes, when a Work is gone and when the template changed, and never because spec.clusters did: what it
 * wrote can describe the clusters of before.
 */
export class BindingStatusController {
  readonly #environment: Environment;
  readonly #objects: Objects;
  readonly #queue: WorkQueue;
  readonly #seen = new Map<string, string>();

  static create(environment: Environment): BindingStatusController {
    return new BindingStatusController(environment);
  }

  private constructor(environment: Environment) {
    this.#environment = environment;
    this.#objects = Objects.create(
      environment.store,
      'karmada-controller-manager',
    );
    this.#queue = WorkQueue.create(
      environment.queue(environment.timings.aggregate),
      key => this.#reconcile(key),
    );
  }

  onEvent({ type, resource, object }: StoreEvent): void {
    if (resource === karmadaTypes.Work) {
      const { status } = object as Work;
      if (this.#isNew(object.metadata.uid, JSON.stringify(status)) && status) {
        this.#enqueueBindingOf(object as Work);
      } else if (type === 'DELETED') {
        this.#enqueueBindingOf(object as Work);
      }
    } else if (
      resource === karmadaTypes.ResourceBinding ||
      resource === karmadaTypes.ClusterResourceBinding
    ) {
      const { spec, status } = object as Binding;
      const version = spec.resource.resourceVersion;
      if (
        this.#isNew(object.metadata.uid, version) &&
        status?.lastScheduledTime
      ) {
        this.#queue.add(keyOf(object));
      }
    }
  }

  #isNew(uid: string | undefined, content: string | undefined): boolean {
    const before = this.#seen.get(uid ?? '');
    this.#seen.set(uid ?? '', content ?? '');
    return before !== (content ?? '');
  }

  #enqueueBindingOf({ metadata }: Work): void {
    const { annotations = {} } = metadata;
    const name =
      annotations[keys.bindingName] ?? annotations[keys.clusterBindingName];
    const namespace = annotations[keys.bindingNamespace];
    if (name) {
      const { type } = bindingFlavour(namespace !== undefined);
      this.#queue.add(objectKey(type.kind, namespace, name));
    }
  }

  #reconcile(key: string): void {
    const { namespace, name } = splitKey(key);
    const { type, idKey } = bindingFlavour(namespace !== undefined);
    const binding = this.#objects.get<Binding>(type, namespace, name);
    if (!binding || binding.metadata.deletionTimestamp) {
      return;
    }
    const id = bindingId(binding);
    const works = this.#works(binding).filter(
      ({ metadata }) => metadata.labels?.[idKey] === id,
    );
    const items = aggregateWorks(works);
    const at = timestamp(this.#environment.clock.now());
    this.#objects.editStatus(type, binding, draft => {
      const condition = isFullyApplied(draft, items) ? succeeded : failed;
      draft.status = {
        ...draft.status,
        aggregatedStatus: items,
        conditions: setCondition(draft.status?.conditions, condition, at),
      };
      if (items.length === 0) {
        delete draft.status.aggregatedStatus;
      }
    });
    this.#writeTemplate(binding, items);
  }

  #works({ spec }: Binding): Work[] {
    const { kind, name, namespace } = spec.resource;
    const work = workName(kind, name, namespace);
    return [...this.#environment.members.keys()].flatMap(
      cluster =>
        this.#objects.get<Work>(
          karmadaTypes.Work,
          executionNamespace(cluster),
          work,
        ) ?? [],
    );
  }

  #writeTemplate({ spec }: Binding, items: AggregatedStatusItem[]): void {
    const { apiVersion, kind, namespace, name } = spec.resource;
    const type = this.#environment.store.type(apiVersion, kind);
    const template = type && this.#objects.get(type, namespace, name);
    const status = template && rollUp(template, items);
    if (type && status) {
      this.#objects.editStatus(type, template, draft => {
        draft.status = status;
      });
    }
  }
}
