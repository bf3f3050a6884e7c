import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { isListedPlace } from './isListedPlace';
import { refsOf } from './refsOf';

/** A right that was taken away by moving a group ends within this. What a user says of itself is read every time. */
const TTL_MS = 5_000;
const MAX_DEPTH = 12;
const MAX_KEPT = 5_000;

interface Options {
  read(refs: string[]): Promise<Map<string, Entity>>;
  places?: readonly string[];
  now?: () => number;
}

/** The groups of the catalog, as far as they count. */
export class GroupTree {
  readonly #options: Options;
  readonly #now: () => number;
  readonly #kept = new Map<string, { entity?: Entity; until: number }>();
  /** By the ref of a user: the groups that were asked for last time. Only which they were; what they are is read again. */
  readonly #asked = new Map<string, readonly string[]>();

  static create(options: Options): GroupTree {
    return new GroupTree(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Refs of groups that {@link GroupTree.above} will most likely read for a user, because what is kept of them is too old. */
  expected(user: string): string[] {
    return this.#missing(this.#asked.get(user) ?? []);
  }

  /**
   * Reads, and keeps what it says of these groups from when it was asked: by when it is answered it may be old, and an answer that took
   * longer must not replace one to a later question.
   */
  async keeping<T extends ReadonlyMap<string, Entity>>(
    refs: readonly string[],
    read: () => Promise<T>,
  ): Promise<T> {
    const until = this.#now() + TTL_MS;
    const found = await read();
    if (this.#kept.size > MAX_KEPT) {
      this.#kept.clear();
    }
    for (const ref of refs) {
      if ((this.#kept.get(ref)?.until ?? 0) < until) {
        this.#kept.set(ref, { entity: found.get(ref), until });
      }
    }
    return found;
  }

  /**
   * Refs of the groups that a user is in, and of those above them, sorted.
   *
   * @param trusted - whether the user itself comes from a listed place. One that does not may say that it is in any group; it
   * counts only where the group says so too.
   */
  async above(user: Entity, { trusted }: { trusted: boolean }) {
    const counted = new Set<string>();
    const asked = new Set<string>();
    let next = refsOf(user, RELATION_MEMBER_OF);
    for (let depth = 0; next.length > 0 && depth < MAX_DEPTH; depth++) {
      const refs = next.filter(ref => !counted.has(ref));
      refs.forEach(ref => asked.add(ref));
      const groups = await this.#read(refs);
      const good = groups.filter(
        group =>
          isListedPlace(group, this.#options.places) &&
          (depth > 0 || trusted || names(group, user)),
      );
      good.forEach(group => counted.add(refOf(group)));
      next = good
        .flatMap(group => refsOf(group, RELATION_CHILD_OF))
        .filter(ref => !counted.has(ref));
    }
    this.#remember(refOf(user), [...asked]);
    return [...counted].sort();
  }

  #remember(user: string, asked: readonly string[]): void {
    if (this.#asked.size > MAX_KEPT) {
      this.#asked.clear();
    }
    this.#asked.set(user, asked);
  }

  #missing(refs: readonly string[]): string[] {
    const now = this.#now();
    return refs.filter(ref => (this.#kept.get(ref)?.until ?? 0) <= now);
  }

  async #read(refs: string[]): Promise<Entity[]> {
    const missing = this.#missing(refs);
    // Taken before anything is forgotten: a group that were lost here would take people's votes with it.
    const known = new Map(refs.map(ref => [ref, this.#kept.get(ref)?.entity]));
    if (missing.length > 0) {
      const found = await this.keeping(missing, () =>
        this.#options.read([...new Set(missing)]),
      );
      missing.forEach(ref => known.set(ref, found.get(ref)));
    }
    return refs
      .map(ref => known.get(ref))
      .filter((entity): entity is Entity => entity?.kind === 'Group');
  }
}

function refOf(entity: Entity): string {
  return stringifyEntityRef(entity).toLocaleLowerCase('en-US');
}

function names(group: Entity, user: Entity): boolean {
  const members = group.spec?.members;
  if (!Array.isArray(members)) {
    return false;
  }
  const { name, namespace = 'default' } = user.metadata;
  const refs = [
    `user:${namespace}/${name}`,
    `${namespace}/${name}`,
    ...(namespace === (group.metadata.namespace ?? 'default') ? [name] : []),
  ].map(ref => ref.toLocaleLowerCase('en-US'));
  return members.some(
    member =>
      typeof member === 'string' &&
      refs.includes(member.toLocaleLowerCase('en-US')),
  );
}
