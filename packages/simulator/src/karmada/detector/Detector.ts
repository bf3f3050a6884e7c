import type {
  KubeObject,
  ResourceType,
  StoreEvent,
} from '../../apiserver/ObjectStore';
import { Objects } from '../../control/Objects';
import { keyOf, splitKey } from '../../control/objectKey';
import { WorkQueue } from '../../control/WorkQueue';
import type { Environment } from '../Environment';
import { bindingFlavour } from '../bindingTypes';
import { finalizers } from '../keys';
import type { Binding } from '../model/Binding';
import type { Policy } from '../model/Policy';
import { bindingName } from '../names/bindingName';
import { karmadaTypes } from '../types/karmadaTypes';
import { applyPolicyToBinding, emptyBinding } from './bindingFor';
import { bestPolicy } from './bestPolicy';
import { claimOf, putClaim, stripClaim } from './claim';
import { policyRank } from './selectsTemplate';
import { templateTypes } from './templateTypes';

const policyTypes: ResourceType[] = [
  karmadaTypes.PropagationPolicy,
  karmadaTypes.ClusterPropagationPolicy,
];

/** Finds the policy of each template and keeps the template's binding (pkg/detector). */
export class Detector {
  readonly #environment: Environment;
  readonly #objects: Objects;
  readonly #templates: WorkQueue;
  readonly #policies: WorkQueue;
  readonly #seen = new Map<string, string>();
  /** Templates that changed themselves: a Lazy policy takes effect on these alone. */
  readonly #changed = new Set<string>();

  static create(environment: Environment): Detector {
    return new Detector(environment);
  }

  private constructor(environment: Environment) {
    this.#environment = environment;
    this.#objects = Objects.create(
      environment.store,
      'karmada-controller-manager',
    );
    const options = environment.queue(environment.timings.detect);
    this.#templates = WorkQueue.create(options, key => this.#reconcile(key));
    this.#policies = WorkQueue.create(options, key =>
      this.#reconcilePolicy(key),
    );
  }

  onEvent({ type, resource, object }: StoreEvent): void {
    const key = keyOf(object);
    if (policyTypes.includes(resource)) {
      this.#policies.add(key);
    } else if (templateTypes.has(resource)) {
      this.#onTemplate(type, key, object);
    }
  }

  #onTemplate(type: StoreEvent['type'], key: string, object: KubeObject): void {
    const { resourceVersion, generation, managedFields, ...meta } =
      object.metadata;
    const { status, metadata, ...body } = object;
    const content = JSON.stringify([meta, body]);
    // Status alone must not count: the binding would follow every pod of every member.
    if (type !== 'DELETED' && this.#seen.get(key) === content) {
      return;
    }
    this.#seen.set(key, content);
    this.#changed.add(key);
    this.#templates.add(key);
  }

  #reconcilePolicy(key: string): void {
    const { kind, namespace, name } = splitKey(key);
    const type = policyTypes.find(candidate => candidate.kind === kind)!;
    const policy = this.#objects.get<Policy>(type, namespace, name);
    if (!policy) {
      return;
    }
    if (policy.metadata.deletionTimestamp) {
      this.#release(type, policy);
      return;
    }
    for (const template of this.#allTemplates()) {
      const claimed = this.#isClaimedBy(template, policy);
      const { resourceSelectors } = policy.spec;
      if (claimed || policyRank(resourceSelectors, template, namespace) > 0) {
        this.#templates.add(keyOf(template));
      }
    }
  }

  #isClaimedBy(object: KubeObject, policy: Policy): boolean {
    const claim = claimOf(object);
    return (
      claim?.kind === policy.kind &&
      claim.name === policy.metadata.name &&
      claim.namespace === policy.metadata.namespace
    );
  }

  *#allTemplates(): Iterable<KubeObject> {
    for (const type of templateTypes) {
      yield* this.#objects.list(type);
    }
  }

  /** What a deleted policy placed stays where it is, frozen: only the claims go. */
  #release(type: ResourceType, policy: Policy): void {
    for (const binding of this.#bindings()) {
      if (this.#isClaimedBy(binding, policy)) {
        const flavour = bindingFlavour(
          binding.metadata.namespace !== undefined,
        );
        this.#objects.edit(flavour.type, binding, draft =>
          stripClaim(draft.metadata),
        );
      }
    }
    for (const template of [...this.#allTemplates()]) {
      if (this.#isClaimedBy(template, policy)) {
        const resource = this.#typeOf(template);
        this.#objects.edit(resource, template, draft =>
          stripClaim(draft.metadata),
        );
      }
    }
    this.#objects.edit(type, policy, draft => {
      draft.metadata.finalizers = draft.metadata.finalizers?.filter(
        finalizer =>
          finalizer !== finalizers.policy &&
          finalizer !== finalizers.clusterPolicy,
      );
    });
  }

  *#bindings(): Iterable<Binding> {
    yield* this.#objects.list<Binding>(karmadaTypes.ResourceBinding);
    yield* this.#objects.list<Binding>(karmadaTypes.ClusterResourceBinding);
  }

  #typeOf(template: KubeObject): ResourceType {
    return this.#environment.store.type(template.apiVersion, template.kind)!;
  }

  #reconcile(key: string): void {
    const { kind, namespace, name } = splitKey(key);
    const type = [...templateTypes].find(candidate => candidate.kind === kind)!;
    const changed = this.#changed.delete(key);
    const template = this.#objects.get(type, namespace, name);
    if (!template || template.metadata.deletionTimestamp) {
      this.#collect(kind, namespace, name);
      return;
    }
    const policy = this.#policyFor(template);
    if (!policy) {
      return;
    }
    // An edit of a Lazy policy waits for the template's own next change; a first claim by one waits as well.
    if (policy.spec.activationPreference === 'Lazy' && !changed) {
      return;
    }
    const claimed = this.#objects.edit(type, template, draft =>
      putClaim(draft.metadata, policy),
    );
    if (claimed) {
      this.#keepBinding(claimed, policy);
    }
  }

  /** The owner's deletion takes the binding along, as the garbage collector would. */
  #collect(kind: string, namespace: string | undefined, name: string): void {
    const { type } = bindingFlavour(namespace !== undefined);
    const binding = this.#objects.get<Binding>(
      type,
      namespace,
      bindingName(kind, name),
    );
    if (binding?.spec.resource.kind === kind) {
      this.#objects.remove(type, binding);
    }
  }

  #policyFor(template: KubeObject): Policy | undefined {
    const { namespace } = template.metadata;
    const claim = claimOf(template);
    const own = namespace
      ? this.#objects.list<Policy>(karmadaTypes.PropagationPolicy, namespace)
      : [];
    const shared = this.#objects.list<Policy>(
      karmadaTypes.ClusterPropagationPolicy,
    );
    // A claimed object is not matched anew: a better policy that comes later does not take it.
    const owner =
      claim &&
      [...own, ...shared].find(
        policy =>
          !policy.metadata.deletionTimestamp &&
          this.#isClaimedBy(template, policy) &&
          policyRank(
            policy.spec.resourceSelectors,
            template,
            policy.metadata.namespace,
          ) > 0,
      );
    return owner ?? bestPolicy(own, template) ?? bestPolicy(shared, template);
  }

  #keepBinding(template: KubeObject, policy: Policy): void {
    const { namespace, name } = template.metadata;
    const { type } = bindingFlavour(namespace !== undefined);
    const known = this.#objects.get<Binding>(
      type,
      namespace,
      bindingName(template.kind, name),
    );
    if (known) {
      this.#objects.edit(type, known, draft =>
        applyPolicyToBinding(draft, template, policy),
      );
      return;
    }
    const binding = emptyBinding(template, this.#environment.random.uuid());
    applyPolicyToBinding(binding, template, policy);
    this.#objects.create(type, binding);
  }
}
