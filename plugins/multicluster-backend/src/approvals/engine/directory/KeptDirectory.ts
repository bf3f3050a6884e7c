import DataLoader from 'dataloader';
import { KeyedCache } from '../../../detail/KeyedCache';
import { Directory, DirectoryFacts, Person } from './DirectoryFacts';

/** As old as what is said of who is in a group, see MemberTree. */
const TTL_MS = 20_000;
const MOST_KEPT = 5_000;
/** So many are asked of the catalog at once. */
const AT_ONCE = 100;

interface Options {
  directory: Directory;
  now?: () => number;
}

/**
 * What the catalog said a moment ago, for what looks at hundreds of requests of a few entities and people: who could vote, and who
 * is to be told. What is asked at once travels together. Whether a vote counts is never told by it.
 */
export class KeptDirectory implements Directory {
  static create(options: Options): KeptDirectory {
    return new KeptDirectory(options);
  }

  readonly #directory: Directory;
  readonly #people: KeyedCache<Person>;
  readonly #owners: KeyedCache<readonly string[]>;
  readonly #peopleNow: DataLoader<string, Person>;
  readonly #ownersNow: DataLoader<string, readonly string[]>;

  private constructor({ directory, now }: Options) {
    const keeping = { ttlMs: TTL_MS, maxKeys: MOST_KEPT, now };
    const loading = { cache: false, maxBatchSize: AT_ONCE };
    this.#directory = directory;
    this.#people = KeyedCache.create(keeping);
    this.#owners = KeyedCache.create(keeping);
    this.#peopleNow = new DataLoader(async users => {
      const facts = await directory.read({ users, entityRefs: [] });
      return users.map(ref => facts.person(ref)!);
    }, loading);
    this.#ownersNow = new DataLoader(async entityRefs => {
      const facts = await directory.read({ users: [], entityRefs });
      return entityRefs.map(ref => facts.ownersOf(ref));
    }, loading);
  }

  async read(asked: {
    users: readonly string[];
    entityRefs: readonly string[];
  }): Promise<DirectoryFacts> {
    const [people, owners] = await Promise.all([
      kept(asked.users, this.#people, this.#peopleNow),
      kept(asked.entityRefs, this.#owners, this.#ownersNow),
    ]);
    return {
      person: ref => people.get(lower(ref)),
      groupsOf: ref => people.get(lower(ref))?.groups ?? [],
      owners: [...new Set([...owners.values()].flat())].sort(),
      ownersOf: ref => owners.get(lower(ref)) ?? [],
    };
  }

  membersOf(groups: readonly string[]): Promise<string[]> {
    return this.#directory.membersOf(groups);
  }
}

async function kept<T>(
  refs: readonly string[],
  cache: KeyedCache<T>,
  now: DataLoader<string, T>,
): Promise<ReadonlyMap<string, T>> {
  const unique = [...new Set(refs.map(lower))];
  const values = await Promise.all(
    unique.map(ref => cache.get(ref, () => now.load(ref))),
  );
  return new Map(unique.map((ref, index) => [ref, values[index]]));
}

function lower(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
