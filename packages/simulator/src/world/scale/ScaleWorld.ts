import { InMemoryObjectStore } from '../../apiserver/InMemoryObjectStore';
import type { KubeObject } from '../../apiserver/ObjectStore';
import { Random } from '../../clock/Random';
import { karmadaTypes } from '../../karmada/types/karmadaTypes';
import { kubernetesTypes } from '../../karmada/types/kubernetesTypes';
import { controlPlaneAccess } from '../access';
import { bindingObject } from './bindingObject';
import { clusterObject } from './clusterObject';
import { CREATED, permanentId } from './identities';
import { clusterName, placementAt } from './placementAt';
import type { ScaleOptions } from './ScaleOptions';
import { templateObject } from './templateObject';

const seconds = () => `${new Date().toISOString().slice(0, 19)}Z`;

function* each<T>(count: number, make: (n: number) => T): Generator<T> {
  for (let n = 0; n < count; n++) {
    yield make(n);
  }
}

/**
 * Many bindings as schedulers and controllers leave them, with none of these running: what happens to them happens by
 * the methods here. Deterministic by seed.
 */
export class ScaleWorld {
  readonly store: InMemoryObjectStore;
  readonly #options: ScaleOptions;
  readonly #random: Random;
  /** Which bindings are short of a copy at present. */
  readonly #short = new Set<number>();

  static create(options: ScaleOptions): ScaleWorld {
    return new ScaleWorld(options);
  }

  private constructor(options: ScaleOptions) {
    this.#options = options;
    this.#random = Random.create(options.seed);
    this.store = InMemoryObjectStore.create({
      types: [
        ...Object.values(karmadaTypes),
        ...Object.values(kubernetesTypes),
      ],
      historyLimit: 250_000,
    });
    this.#fill();
  }

  /** Makes one binding short of a copy, or whole again. */
  touch(n: number): void {
    if (!this.#short.delete(n)) {
      this.#short.add(n);
    }
    this.#write(n, CREATED);
  }

  /** Touches this many bindings, chosen by the seed. Those of services are left alone. */
  touchSome(count: number): void {
    const { bindings } = this.#options;
    const first = Math.min(300, Math.floor(bindings / 2));
    for (let i = 0; i < count; i++) {
      this.touch(first + Math.floor(this.#random.next() * (bindings - first)));
    }
  }

  /** Writes a new lastScheduledTime into bindings `from` up to `to`, as a taint makes Karmada do. */
  restamp(from: number, to: number): void {
    const at = seconds();
    for (let n = from; n < Math.min(to, this.#options.bindings); n++) {
      this.#write(n, at);
    }
  }

  /** Turns a cluster's Ready condition. */
  setReady(n: number, ready: boolean): void {
    const type = karmadaTypes.Cluster;
    const live = this.store.get(type, '', clusterName(n))!;
    const { status } = clusterObject(n, ready, seconds());
    this.store.update(type, { ...live, status }, { status: true });
  }

  #write(n: number, lastScheduledTime: string): void {
    const type = karmadaTypes.ResourceBinding;
    const placement = placementAt(n, this.#options);
    const next = bindingObject(n, placement, {
      available: this.#short.has(n) ? 1 : 2,
      lastScheduledTime,
    });
    const live = this.store.get(type, placement.namespace, next.metadata.name)!;
    this.store.update(type, { ...live, status: next.status }, { status: true });
  }

  #fill(): void {
    const { store } = this;
    const { clusters, bindings } = this.#options;
    for (const object of controlPlaneAccess) {
      store.create(store.type(object.apiVersion, object.kind)!, object);
    }
    const at = (n: number) => placementAt(n, this.#options);
    store.load(
      karmadaTypes.Cluster,
      each(clusters, n => clusterObject(n, true, CREATED)),
    );
    store.load(
      karmadaTypes.PropagationPolicy,
      each(50, n => policyObject(n)),
    );
    store.load(
      kubernetesTypes.Deployment,
      each(bindings, n => templateObject(n, at(n))),
    );
    store.load(
      karmadaTypes.ResourceBinding,
      each(bindings, n => bindingObject(n, at(n))),
    );
  }
}

function policyObject(n: number): KubeObject {
  return {
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: 'PropagationPolicy',
    metadata: {
      name: 'everything',
      namespace: `team-${n}`,
      creationTimestamp: CREATED,
      labels: {
        'propagationpolicy.karmada.io/permanent-id': permanentId('policy', n),
      },
    },
    spec: {
      resourceSelectors: [{ apiVersion: 'apps/v1', kind: 'Deployment' }],
      placement: {},
    },
  };
}
