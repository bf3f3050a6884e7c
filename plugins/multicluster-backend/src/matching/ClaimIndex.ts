import { EntityClaim, MatchCandidate } from './rules';

/** Finds the few claims that can cover a workload among the many that cannot. */
export class ClaimIndex {
  readonly #byId = new Map<string, EntityClaim[]>();
  readonly #byWorkload = new Map<string, EntityClaim[]>();
  readonly #byPolicy = new Map<string, EntityClaim[]>();
  readonly #byNamespace = new Map<string, EntityClaim[]>();
  readonly #anywhere: EntityClaim[] = [];

  static of(claims: Iterable<EntityClaim>): ClaimIndex {
    const index = new ClaimIndex();
    for (const claim of claims) {
      index.#add(claim);
    }
    return index;
  }

  private constructor() {}

  /** Claims that may cover the workload, each once, in a stable order. */
  candidates(workload: MatchCandidate): EntityClaim[] {
    const { policy } = workload;
    return [
      ...new Set([
        ...(this.#byId.get(workload.kubernetesId ?? '') ?? []),
        ...(this.#byWorkload.get(workloadPath(workload)) ?? []),
        ...(policy ? this.#byPolicy.get(policyPath(policy)) ?? [] : []),
        ...(this.#byNamespace.get(workload.namespace) ?? []),
        ...this.#anywhere,
      ]),
    ];
  }

  #add(claim: EntityClaim): void {
    if (claim.kubernetesId) {
      push(this.#byId, claim.kubernetesId, claim);
    }
    claim.workloads.forEach(item =>
      push(this.#byWorkload, workloadPath(item), claim),
    );
    claim.policies.forEach(item =>
      push(this.#byPolicy, policyPath(item), claim),
    );
    if (claim.selector && claim.namespace) {
      push(this.#byNamespace, claim.namespace, claim);
    } else if (claim.selector) {
      this.#anywhere.push(claim);
    }
  }
}

function workloadPath(item: { kind: string; namespace: string; name: string }) {
  return `${item.kind.toLowerCase()}/${item.namespace}/${item.name}`;
}

function policyPath(item: { namespace: string; name: string }) {
  return `${item.namespace}/${item.name}`;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) {
    list.push(value);
  } else {
    map.set(key, [value]);
  }
}
