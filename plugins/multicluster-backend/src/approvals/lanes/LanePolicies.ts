import { Directory } from '../engine/directory/DirectoryFacts';
import { JoinedPolicy, policyOfAll } from '../observe/policyOfAll';
import { RequestRules } from '../observe/RequestRules';
import { policyHash } from '../rules/digest/policyHash';
import { eachOwner } from '../rules/policy/eachOwner';
import { RequestRecord } from '../model/RequestRecord';

interface Options {
  rules: Pick<RequestRules, 'policyOf'>;
  directory: Directory;
}

/** {@inheritDoc LanePolicies.of} */
export interface LanePolicyMatter {
  source: string;
  /** Name of the placement policy, which is what approval policies call it by. */
  name: string;
  /** All that clusters to be released belong to; '' for those of none, which may be production for all anybody knows. */
  environments: readonly string[];
  entities: RequestRecord['entities'];
}

/** By which policy a lane is decided. */
export class LanePolicies {
  static create(options: Options): LanePolicies {
    return new LanePolicies(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * What satisfies the policy of each environment, and a person of each owner where workloads of several owners are released at
   * once. Rejects when the catalog cannot be read.
   */
  async of(matter: LanePolicyMatter): Promise<JoinedPolicy> {
    const { source, name, environments } = matter;
    const entityRefs = matter.entities
      .filter(({ confirmed }) => confirmed)
      .map(({ entityRef }) => entityRef);
    const { rules } = this.#options;
    const about = { source, pipeline: name, entityRefs };
    const joined = await policyOfAll(rules, environments, about);
    const policy = eachOwner(joined.policy, await this.#owners(entityRefs));
    return { ...joined, policy, hash: policyHash(policy) };
  }

  /** Owners of each entity. */
  async #owners(entityRefs: string[]): Promise<string[][]> {
    if (entityRefs.length < 2) {
      return [];
    }
    const { directory } = this.#options;
    return Promise.all(
      entityRefs.map(async ref => {
        const { owners } = await directory.read({
          users: [],
          entityRefs: [ref],
        });
        return [...owners];
      }),
    );
  }
}
