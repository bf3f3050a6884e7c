import { KeyedCache } from '../../detail/KeyedCache';
import { Voter } from '../engine/ApprovalEngine';
import { Directory, Person } from '../engine/directory/DirectoryFacts';

/** What somebody may is told by an answer of the catalog that is at most this old; what they do is judged by one of its own. */
const TTL_MS = 5000;
const MAX_PEOPLE = 2000;

/** Who people are by the catalog, for what is shown to them. */
export class PersonReader {
  static create(options: {
    directory: Directory;
    now?: () => number;
  }): PersonReader {
    return new PersonReader(options);
  }

  readonly #directory: Directory;
  readonly #people: KeyedCache<Person | undefined>;

  private constructor(options: { directory: Directory; now?: () => number }) {
    this.#directory = options.directory;
    this.#people = KeyedCache.create({
      ttlMs: TTL_MS,
      maxKeys: MAX_PEOPLE,
      now: options.now,
    });
  }

  /** Undefined: not a person, or the catalog does not have them. */
  async read({ userEntityRef }: Voter): Promise<Person | undefined> {
    if (!userEntityRef) {
      return undefined;
    }
    const ref = userEntityRef.toLocaleLowerCase('en-US');
    return this.#people.get(ref, async () => {
      const facts = await this.#directory.read({
        users: [ref],
        entityRefs: [],
      });
      return facts.person(ref);
    });
  }
}
