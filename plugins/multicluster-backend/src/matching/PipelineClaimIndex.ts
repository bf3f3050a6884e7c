import { ANNOTATION_KUBERNETES_ID } from '@fairway/backstage-plugin-multicluster-common';
import { EntityClaim, PipelineCandidate } from './rules';
import { splitList } from './rules/splitList';

/** Finds the few claims that can cover a pipeline, or contest one that does, among the many that cannot. */
export class PipelineClaimIndex {
  readonly #byRef = new Map<string, EntityClaim>();
  readonly #byName = new Map<string, EntityClaim[]>();
  readonly #byRemote = new Map<string, EntityClaim[]>();
  readonly #byKubernetesId = new Map<string, EntityClaim[]>();
  readonly #byLabels: EntityClaim[] = [];

  static of(claims: Iterable<EntityClaim>): PipelineClaimIndex {
    const index = new PipelineClaimIndex();
    for (const claim of claims) {
      index.#add(claim);
    }
    return index;
  }

  private constructor() {}

  /** Claims that may cover the pipeline, or carry the id that it is labelled with, each once, in a stable order. */
  candidates(pipeline: PipelineCandidate): EntityClaim[] {
    const { labels } = pipeline;
    const id = Object.hasOwn(labels, ANNOTATION_KUBERNETES_ID)
      ? labels[ANNOTATION_KUBERNETES_ID]
      : '';
    return [
      ...new Set([
        ...(this.#byName.get(pipeline.key) ?? []),
        ...(this.#byName.get(pipeline.name) ?? []),
        ...(this.#byRemote.get(pipeline.place?.remote ?? '') ?? []),
        ...pipeline.deployed.flatMap(
          item => this.#byRef.get(item.entityRef) ?? [],
        ),
        ...this.#byLabels,
        ...(this.#byKubernetesId.get(id) ?? []),
      ]),
    ];
  }

  #add(claim: EntityClaim): void {
    this.#byRef.set(claim.entityRef, claim);
    const { pipelines = [], toolAnnotations = {}, repositories = [] } = claim;
    if (claim.kubernetesId) {
      push(this.#byKubernetesId, claim.kubernetesId, claim);
    }
    // Which annotation holds keys and which labels is for the source to say; here, any part of any may be a name.
    const values = Object.values(toolAnnotations);
    const names = [
      ...pipelines.flatMap(item => item.key ?? item.name ?? []),
      ...values.flatMap(splitList),
    ];
    new Set(names).forEach(name => push(this.#byName, name, claim));
    new Set(repositories.map(item => item.remote)).forEach(remote =>
      push(this.#byRemote, remote, claim),
    );
    if (
      pipelines.some(item => item.label) ||
      values.some(value => value.includes('='))
    ) {
      this.#byLabels.push(claim);
    }
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) {
    list.push(value);
  } else {
    map.set(key, [value]);
  }
}
