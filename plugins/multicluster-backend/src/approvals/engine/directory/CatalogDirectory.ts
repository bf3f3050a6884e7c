import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { GroupTree } from './GroupTree';
import { Directory, DirectoryFacts, Person } from './DirectoryFacts';
import { MemberTree } from './MemberTree';
import { isListedPlace } from './isListedPlace';
import { refsOf } from './refsOf';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'spec.profile',
  'spec.members',
  'relations',
];

interface Options {
  auth: AuthService;
  catalog: CatalogService;
  /** Where groups must come from to count; absent: anywhere. See isListedPlace. */
  groupLocations?: readonly string[];
}

/** {@inheritDoc Directory} */
export class CatalogDirectory implements Directory {
  readonly #options: Options;
  readonly #groups: GroupTree;
  readonly #members: MemberTree;

  static create(options: Options): CatalogDirectory {
    return new CatalogDirectory(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#groups = GroupTree.create({
      read: refs => this.#entities(refs),
      places: options.groupLocations,
    });
    this.#members = MemberTree.create({ read: refs => this.#entities(refs) });
  }

  async read(asked: {
    users: readonly string[];
    entityRefs: readonly string[];
  }): Promise<DirectoryFacts> {
    const users = [...new Set(asked.users.map(lower))];
    const refs = [...users, ...asked.entityRefs.map(lower)];
    // Somebody votes and waits: their groups come with them, and not in questions of their own, one above the other.
    const groups = users.flatMap(ref => this.#groups.expected(ref));
    const found = await this.#groups.keeping(groups, () =>
      this.#entities([...new Set([...refs, ...groups])]),
    );
    const people = new Map<string, Person>();
    for (const ref of users) {
      people.set(ref, await this.#person(ref, found.get(ref)));
    }
    const ownersOf = (ref: string) =>
      refsOf(found.get(lower(ref)), RELATION_OWNED_BY);
    return {
      person: ref => people.get(lower(ref)),
      groupsOf: ref => people.get(lower(ref))?.groups ?? [],
      owners: [...new Set(asked.entityRefs.flatMap(ownersOf))].sort(),
      ownersOf,
      annotationOf: (ref, name) =>
        found.get(lower(ref))?.metadata.annotations?.[name],
    };
  }

  async membersOf(groups: readonly string[]): Promise<string[]> {
    return this.#members.below(groups.map(lower));
  }

  async #person(ref: string, entity: Entity | undefined): Promise<Person> {
    if (!entity || parseEntityRef(ref).kind !== 'user') {
      return { ref, exists: false, groups: [] };
    }
    const email = emailOf(entity);
    const groups = await this.#groups.above(entity, {
      trusted: isListedPlace(entity, this.#options.groupLocations),
    });
    return { ref, exists: true, groups, ...(email && { email }) };
  }

  async #entities(refs: string[]): Promise<Map<string, Entity>> {
    if (refs.length === 0) {
      return new Map();
    }
    const { items } = await this.#options.catalog.getEntitiesByRefs(
      { entityRefs: refs, fields: FIELDS },
      { credentials: await this.#credentials() },
    );
    return new Map(
      items
        .filter((item): item is Entity => item !== undefined)
        .map(item => [lower(stringifyEntityRef(item)), item]),
    );
  }

  #credentials(): Promise<BackstageCredentials> {
    return this.#options.auth.getOwnServiceCredentials();
  }
}

function lower(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}

function emailOf(entity: Entity): string | undefined {
  const profile = entity.spec?.profile;
  return typeof profile === 'object' &&
    profile !== null &&
    'email' in profile &&
    typeof profile.email === 'string'
    ? profile.email
    : undefined;
}
