import { DirectoryFacts } from '../engine/directory/DirectoryFacts';
import { PolicyBook, PolicyMatter } from '../engine/PolicyBook';
import { policyOfAll } from '../observe/policyOfAll';
import { GivenPolicy, RequestRules } from '../observe/RequestRules';

/** {@inheritDoc PolicyBook} */
export class ConfiguredPolicyBook implements PolicyBook {
  static create(rules: Pick<RequestRules, 'policyOf'>): ConfiguredPolicyBook {
    return new ConfiguredPolicyBook(rules);
  }

  readonly #rules: Pick<RequestRules, 'policyOf'>;

  private constructor(rules: Pick<RequestRules, 'policyOf'>) {
    this.#rules = rules;
  }

  async of(
    request: PolicyMatter,
    facts?: DirectoryFacts,
  ): Promise<GivenPolicy> {
    const { source, entities } = request;
    // Who merely claims it tightens nothing: it could keep the owners from ever deciding.
    const entityRefs = entities
      .filter(({ confirmed }) => confirmed)
      .map(({ entityRef }) => entityRef);
    return policyOfAll(this.#rules, environmentsOf(request), {
      source,
      pipeline: nameOf(request),
      entityRefs,
      ...(facts?.annotationOf && { annotationOf: facts.annotationOf }),
    });
  }
}

function environmentsOf({ environment, detail }: PolicyMatter): string[] {
  const several = detail.environments ?? [];
  return several.length > 0 ? several : [environment ?? ''];
}

/** What policies of the platform call it: the name of a pipeline, or of the placement policy of a lane. */
function nameOf({ kind, detail, policyKey = '' }: PolicyMatter): string {
  return kind === 'lane'
    ? policyKey.split('/').at(-1) ?? ''
    : detail.pipelineName ?? '';
}
