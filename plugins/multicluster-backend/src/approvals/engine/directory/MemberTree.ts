import {
  Entity,
  RELATION_HAS_MEMBER,
  RELATION_PARENT_OF,
} from '@backstage/catalog-model';
import { KeyedCache } from '../../../detail/KeyedCache';
import { refsOf } from './refsOf';

/** Who is in a group is told by an answer that is at most this old; whether somebody counts is read anew, see GroupTree. */
const TTL_MS = 20_000;
const MAX_GROUPS = 1_000;
const MAX_DEPTH = 12;
/** More than any rule asks for, with those left out who wrote the change. */
const MOST_MEMBERS = 200;

interface Options {
  read(refs: string[]): Promise<Map<string, Entity>>;
  now?: () => number;
}

/** Who is in groups, and in those below them. */
export class MemberTree {
  static create(options: Options): MemberTree {
    return new MemberTree(options);
  }

  readonly #options: Options;
  readonly #members: KeyedCache<string[]>;

  private constructor(options: Options) {
    this.#options = options;
    this.#members = KeyedCache.create({
      ttlMs: TTL_MS,
      maxKeys: MAX_GROUPS,
      now: options.now,
    });
  }

  /** Refs of users, at most 200 of each group. */
  async below(groups: readonly string[]): Promise<string[]> {
    const members = await Promise.all(
      [...new Set(groups)].map(group =>
        this.#members.get(group, () => this.#read(group)),
      ),
    );
    return [...new Set(members.flat())].sort();
  }

  async #read(group: string): Promise<string[]> {
    const seen = new Set<string>();
    const members = new Set<string>();
    let next = [group];
    for (let depth = 0; next.length > 0 && depth < MAX_DEPTH; depth++) {
      next.forEach(ref => seen.add(ref));
      const found = [...(await this.#options.read(next)).values()];
      found
        .flatMap(entity => refsOf(entity, RELATION_HAS_MEMBER))
        .forEach(ref => members.add(ref));
      next = [
        ...new Set(found.flatMap(entity => refsOf(entity, RELATION_PARENT_OF))),
      ].filter(ref => !seen.has(ref));
      if (members.size >= MOST_MEMBERS) {
        break;
      }
    }
    return [...members].slice(0, MOST_MEMBERS);
  }
}
