import { AuthService } from '@backstage/backend-plugin-api';
import {
  ApprovalCode,
  ApprovalSubject,
} from '@fairway/backstage-plugin-multicluster-common';
import { CatalogService } from '@backstage/plugin-catalog-node';
import DataLoader from 'dataloader';
import { KeyedCache } from '../../detail/KeyedCache';
import {
  GivenPolicy,
  PolicySubject,
  RequestRules,
} from '../observe/RequestRules';
import { subjectDigest } from '../rules/digest/subjectDigest';
import { ApprovalPolicies } from '../rules/policy/readApprovalPolicies';
import {
  PlatformFacts,
  platformRefusal,
} from '../rules/voters/platformRefusal';
import { PeopleBook } from './PeopleBook';

/** By which an entity makes its policy stricter, for example `atLeast=2`. */
export const TIGHTEN_ANNOTATION = 'fairway.io/approvals';

const TTL_MS = 30_000;
const MOST_ENTITIES = 10_000;
/** So many are asked of the catalog at once. */
const AT_ONCE = 100;

interface Options {
  auth: AuthService;
  catalog: CatalogService;
  people: PeopleBook;
  policies: ApprovalPolicies;
  platform: Omit<PlatformFacts, 'policyValid'>;
}

/** The platform's word on policies and people, from its configuration and the catalog. */
export class ConfiguredRules implements RequestRules {
  static create(options: Options): ConfiguredRules {
    return new ConfiguredRules(options);
  }

  readonly #options: Options;
  readonly #tighten: KeyedCache<string | undefined>;
  readonly #annotations: DataLoader<string, string | undefined>;

  private constructor(options: Options) {
    this.#options = options;
    // Requests are looked at by the dozen, each of another entity.
    this.#annotations = new DataLoader(refs => this.#annotationsOf(refs), {
      cache: false,
      maxBatchSize: AT_ONCE,
    });
    this.#tighten = KeyedCache.create({
      ttlMs: TTL_MS,
      maxKeys: MOST_ENTITIES,
    });
  }

  async policyOf({
    annotationOf,
    ...about
  }: PolicySubject): Promise<GivenPolicy> {
    const { people, policies, platform } = this.#options;
    await people.refresh();
    const tighten = await Promise.all(
      about.entityRefs.map(ref =>
        annotationOf
          ? annotationOf(ref, TIGHTEN_ANNOTATION)
          : this.#annotationOf(ref),
      ),
    );
    const { policy, hash, invalid } = policies.policyFor({
      ...about,
      tighten: tighten.filter((value): value is string => value !== undefined),
    });
    const refusal: ApprovalCode | undefined = platformRefusal({
      ...platform,
      policyValid: invalid === undefined,
    });
    return { policy, hash, ...(refusal && { refusal }) };
  }

  digestOf(subject: ApprovalSubject): string {
    return subjectDigest(subject);
  }

  readonly personOf = (nativeId: string): string | undefined =>
    this.#options.people.personOf(nativeId);

  #annotationOf(ref: string): Promise<string | undefined> {
    return this.#tighten.get(ref, () => this.#annotations.load(ref));
  }

  async #annotationsOf(
    refs: readonly string[],
  ): Promise<Array<string | undefined>> {
    const { auth, catalog } = this.#options;
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs: [...refs],
        fields: ['kind', 'metadata'],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return items.map(
      entity => entity?.metadata.annotations?.[TIGHTEN_ANNOTATION],
    );
  }
}
