import type { KubeObject, StoreEvent } from '../../apiserver/ObjectStore';
import { Objects } from '../../control/Objects';
import { keyOf, splitKey } from '../../control/objectKey';
import { WorkQueue } from '../../control/WorkQueue';
import { emptyBinding, templateReference } from '../detector/bindingFor';
import { claimOf } from '../detector/claim';
import type { Environment } from '../Environment';
import { keys } from '../keys';
import type { Binding } from '../model/Binding';
import { bindingName } from '../names/bindingName';
import { encodeHash } from '../names/encodeHash';
import { karmadaTypes } from '../types/karmadaTypes';
import { dependenciesOf, type Dependency } from './dependenciesOf';

const type = karmadaTypes.ResourceBinding;

const dependencyKinds = new Set([
  'ConfigMap',
  'Secret',
  'ServiceAccount',
  'PersistentVolumeClaim',
]);

function isSelf(binding: Binding, { namespace, name }: KubeObject['metadata']) {
  return (required: { namespace?: string; name: string }) =>
    required.name === name &&
    (required.namespace ?? binding.metadata.namespace) === namespace;
}

/** Lets what a template needs follow it to its clusters (pkg/dependenciesdistributor). */
export class DependenciesDistributor {
  readonly #environment: Environment;
  readonly #objects: Objects;
  readonly #queue: WorkQueue;
  readonly #parents = new Set<string>();

  static create(environment: Environment): DependenciesDistributor {
    return new DependenciesDistributor(environment);
  }

  private constructor(environment: Environment) {
    this.#environment = environment;
    this.#objects = Objects.create(
      environment.store,
      'karmada-controller-manager',
    );
    this.#queue = WorkQueue.create(environment.queue(40), key =>
      this.#reconcile(key),
    );
  }

  onEvent({ resource, object }: StoreEvent): void {
    if (resource === type) {
      const key = keyOf(object);
      if ((object as Binding).spec.propagateDeps || this.#parents.has(key)) {
        this.#parents.add(key);
        this.#queue.add(key);
      }
    } else if (dependencyKinds.has(object.kind)) {
      const { namespace } = object.metadata;
      for (const key of this.#parents) {
        if (splitKey(key).namespace === namespace) {
          this.#queue.add(key);
        }
      }
    }
  }

  #reconcile(key: string): void {
    const { namespace, name } = splitKey(key);
    const parent = this.#objects.get<Binding>(type, namespace, name);
    const wanted =
      parent && !parent.metadata.deletionTimestamp && parent.spec.propagateDeps
        ? this.#dependencies(parent)
        : [];
    const label = `${keys.dependedBy}${encodeHash(`${namespace}/${name}`)}`;
    this.#detach(label, { namespace, name }, wanted);
    if (!parent || wanted.length === 0) {
      return;
    }
    this.#note(parent, wanted);
    // Nothing follows a parent that was never scheduled.
    if (parent.status?.lastScheduledTime) {
      for (const dependency of wanted) {
        this.#attach(parent, label, dependency);
      }
    }
  }

  #dependencies({ spec }: Binding): Dependency[] {
    const { apiVersion, kind, namespace, name } = spec.resource;
    const resource = this.#environment.store.type(apiVersion, kind);
    const template = resource && this.#objects.get(resource, namespace, name);
    return template ? dependenciesOf(template) : [];
  }

  #note(parent: Binding, wanted: Dependency[]): void {
    this.#objects.edit(type, parent, draft => {
      draft.metadata.annotations = {
        ...draft.metadata.annotations,
        [keys.dependencies]: JSON.stringify(wanted),
      };
    });
  }

  #attach(parent: Binding, label: string, dependency: Dependency): void {
    const { apiVersion, kind, namespace, name } = dependency;
    const resource = this.#environment.store.type(apiVersion, kind);
    const object = resource && this.#objects.get(resource, namespace, name);
    if (!object) {
      return;
    }
    const known = this.#objects.get<Binding>(
      type,
      namespace,
      bindingName(kind, name),
    );
    if (known?.metadata.deletionTimestamp) {
      return;
    }
    if (known) {
      this.#objects.edit(type, known, draft =>
        this.#require(draft, parent, label, object),
      );
      return;
    }
    const binding = emptyBinding(object, this.#environment.random.uuid());
    this.#require(binding, parent, label, object);
    this.#objects.create(type, binding);
  }

  #require(
    draft: Binding,
    parent: Binding,
    label: string,
    object: KubeObject,
  ): void {
    const { namespace, name, labels = {} } = parent.metadata;
    const { conflictResolution, preserveResourcesOnDeletion } = parent.spec;
    draft.metadata.labels = {
      ...draft.metadata.labels,
      [label]: labels[keys.bindingId],
    };
    const others = (draft.spec.requiredBy ?? []).filter(
      required => !isSelf(draft, parent.metadata)(required),
    );
    draft.spec.requiredBy = [
      ...others,
      {
        ...(parent.spec.clusters && { clusters: parent.spec.clusters }),
        name,
        namespace,
      },
    ];
    if (!claimOf(draft)) {
      draft.spec.conflictResolution = conflictResolution;
      draft.spec.preserveResourcesOnDeletion =
        preserveResourcesOnDeletion ?? false;
      draft.spec.resource = templateReference(object);
    }
  }

  /** Takes a parent off what it no longer needs; what nobody needs and no policy claims goes. */
  #detach(
    label: string,
    parent: { namespace?: string; name: string },
    wanted: Dependency[],
  ): void {
    const kept = new Set(
      wanted.map(({ kind, name }) => bindingName(kind, name)),
    );
    for (const binding of this.#objects.list<Binding>(type, parent.namespace)) {
      const { labels = {}, name } = binding.metadata;
      if (!(label in labels) || kept.has(name)) {
        continue;
      }
      const rest = (binding.spec.requiredBy ?? []).filter(
        required => !isSelf(binding, parent)(required),
      );
      if (rest.length === 0 && !claimOf(binding)) {
        this.#objects.remove(type, binding);
      } else {
        this.#objects.edit(type, binding, draft => {
          delete draft.metadata.labels?.[label];
          draft.spec.requiredBy = rest;
        });
      }
    }
  }
}
