import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Cached } from '../../util/Cached';
import {
  CatalogPerson,
  mapPeople,
  PeopleRule,
} from '../rules/voters/mapPeople';

const TTL_MS = 60_000;

interface Options {
  auth: AuthService;
  catalog: CatalogService;
  rules: readonly PeopleRule[];
}

type PersonOf = (nativeId: string) => string | undefined;

/** Who people are that tools and commits name: by the configuration, else by the address of their User. */
export class PeopleBook {
  static create(options: Options): PeopleBook {
    return new PeopleBook(options);
  }

  readonly #options: Options;
  readonly #mapping: Cached<PersonOf>;
  #last: PersonOf;

  private constructor(options: Options) {
    this.#options = options;
    this.#last = mapPeople(options.rules);
    this.#mapping = Cached.create({
      ttlMs: TTL_MS,
      read: async () => mapPeople(options.rules, await this.#users()),
    });
  }

  /** Reads the catalog where that is due. Rejects when it cannot be read: an author whom nobody found may be somebody. */
  async refresh(): Promise<void> {
    this.#last = await this.#mapping.get();
  }

  /** By what was read last. */
  personOf(nativeId: string): string | undefined {
    return this.#last(nativeId);
  }

  async #users(): Promise<CatalogPerson[]> {
    const { auth, catalog } = this.#options;
    const users: CatalogPerson[] = [];
    const pages = catalog.streamEntities(
      {
        filter: { kind: 'User' },
        fields: ['kind', 'metadata.name', 'metadata.namespace', 'spec.profile'],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      users.push(...page.map(toPerson));
    }
    return users;
  }
}

function toPerson(entity: Entity): CatalogPerson {
  const profile = entity.spec?.profile;
  const email =
    typeof profile === 'object' && profile !== null && 'email' in profile
      ? profile.email
      : undefined;
  return {
    ref: stringifyEntityRef(entity),
    ...(typeof email === 'string' && { email }),
  };
}
