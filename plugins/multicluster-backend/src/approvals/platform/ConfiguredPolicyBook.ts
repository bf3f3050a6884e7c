import { PolicyBook, PolicyMatter } from '../engine/PolicyBook';
import { GivenPolicy, RequestRules } from '../observe/RequestRules';
import { policyHash } from '../rules/digest/policyHash';
import { stricterOf } from '../rules/policy/stricterOf';

/** {@inheritDoc PolicyBook} */
export class ConfiguredPolicyBook implements PolicyBook {
  static create(rules: Pick<RequestRules, 'policyOf'>): ConfiguredPolicyBook {
    return new ConfiguredPolicyBook(rules);
  }

  readonly #rules: Pick<RequestRules, 'policyOf'>;

  private constructor(rules: Pick<RequestRules, 'policyOf'>) {
    this.#rules = rules;
  }

  async of(request: PolicyMatter): Promise<GivenPolicy> {
    const { source, entities } = request;
    // Who merely claims it tightens nothing: it could keep the owners from ever deciding.
    const entityRefs = entities
      .filter(({ confirmed }) => confirmed)
      .map(({ entityRef }) => entityRef);
    const [first, ...others] = await Promise.all(
      environmentsOf(request).map(environment =>
        this.#rules.policyOf({
          environment,
          source,
          pipeline: nameOf(request),
          entityRefs,
        }),
      ),
    );
    if (others.length === 0) {
      return first;
    }
    const policy = others.reduce(
      (strictest, given) => stricterOf(strictest, given.policy),
      first.policy,
    );
    const refusal = [first, ...others].find(given => given.refusal)?.refusal;
    return { policy, hash: policyHash(policy), ...(refusal && { refusal }) };
  }
}

/** A lane may reach several. */
function environmentsOf({ environment, detail }: PolicyMatter) {
  const several = detail.environments ?? [];
  return several.length > 0
    ? several.map(name => (name === '' ? undefined : name))
    : [environment];
}

/** What policies of the platform call it: the name of a pipeline, or of the placement policy of a lane. */
function nameOf({ kind, detail, policyKey = '' }: PolicyMatter): string {
  return kind === 'lane'
    ? policyKey.split('/').at(-1) ?? ''
    : detail.pipelineName ?? '';
}
