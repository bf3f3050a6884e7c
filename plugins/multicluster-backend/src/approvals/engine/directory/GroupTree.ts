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

  static create(options: Options): GroupTree {
    return new GroupTree(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /**
   * Refs of the groups that a user is in, and of those above them, sorted.
   *
   * @param trusted - whether the user itself comes from a listed place. One that does not may say that it is in any group; it
   * counts only where the group says so too.
   */
  async above(user: Entity, { trusted }: { trusted: boolean }) {
    const counted = new Set<string>();
    let next = refsOf(user, RELATION_MEMBER_OF);
    for (let depth = 0; next.length > 0 && depth < MAX_DEPTH; depth++) {
      const groups = await this.#read(next.filter(ref => !counted.has(ref)));
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
    return [...counted].sort();
  }

  async #read(refs: string[]): Promise<Entity[]> {
    const now = this.#now();
    const missing = refs.filter(
      ref => (this.#kept.get(ref)?.until ?? 0) <= now,
    );
    // Taken before anything is forgotten: a group that were lost here would take people's votes with it.
    const known = new Map(refs.map(ref => [ref, this.#kept.get(ref)?.entity]));
    if (missing.length > 0) {
      const found = await this.#options.read([...new Set(missing)]);
      if (this.#kept.size > MAX_KEPT) {
        this.#kept.clear();
      }
      for (const ref of missing) {
        known.set(ref, found.get(ref));
        this.#kept.set(ref, { entity: found.get(ref), until: now + TTL_MS });
      }
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
