import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { inList } from '../inventory/sql/inList';
import { Mutex } from '../inventory/store/Mutex';
import { chunks } from '../util/chunks';
import { yieldToOthers } from '../util/yieldToOthers';
import { ClaimBook } from './ClaimBook';
import { ClaimIndex } from './ClaimIndex';
import { MatchChanges, MatchingService } from './MatchingService';
import {
  claimHash,
  deleteClaim,
  deleteClaimsBefore,
  readClaimHash,
  readClaimHashes,
  upsertClaims,
} from './operations/claims';
import { CandidateRow, selectCandidates } from './operations/selectCandidates';
import { selectCandidatesOf } from './operations/selectCandidatesOf';
import { MatchRow, syncMatches } from './operations/syncMatches';
import {
  claimOfEntity,
  EntityClaim,
  matchWorkload,
  NamespaceMapping,
} from './rules';

/** Workloads at a time: the embedded database matches on the thread that serves everyone, ten milliseconds for these. */
const PAGE = 300;
/** How often a round is made again because claims changed during it. */
const ROUNDS = 3;
/** When more claims than this changed, reading every workload once is cheaper than searching for each. */
const SEARCH_AT_MOST = 100;
/** Everything is matched again this often, so that no missed change lasts. */
const FULL_EVERY_MS = 15 * 60_000;

/** Keeps `entity_claim` and `entity_match` as the rules say. */
export class DefaultMatchingService implements MatchingService {
  readonly #knex: Knex;
  readonly #mappings: readonly NamespaceMapping[];
  readonly #claims: ClaimBook;
  // One at a time: two that run at once take each other's matches away.
  readonly #mutex = new Mutex();
  #fullAt = -Infinity;

  static create(options: {
    knex: Knex;
    mappings: readonly NamespaceMapping[];
  }): MatchingService {
    return new DefaultMatchingService(options);
  }

  private constructor(options: {
    knex: Knex;
    mappings: readonly NamespaceMapping[];
  }) {
    this.#knex = options.knex;
    this.#mappings = options.mappings;
    this.#claims = ClaimBook.create(options.knex);
  }

  async sweep(entities: AsyncIterable<Entity[]>): Promise<MatchChanges> {
    const seenAt = Date.now();
    const claims: EntityClaim[] = [];
    // Outside the mutex: nobody who looks at an edited entity should wait for the catalog to stream all of them.
    for await (const page of entities) {
      claims.push(...page.flatMap(entity => claimOfEntity(entity) ?? []));
    }
    // Reached only when the stream ended well: a catalog that fails half way must not orphan everyone's workloads.
    return this.#mutex.run(() => this.#sweep(claims, seenAt));
  }

  refreshEntity(entity: Entity): Promise<boolean> {
    return this.#mutex.run(() => this.#refreshEntity(entity));
  }

  matchWorkloads(workloadIds: number[]): Promise<MatchChanges> {
    return this.#mutex.run(() => this.#matchWorkloads(workloadIds));
  }

  matchAll(): Promise<MatchChanges> {
    return this.#mutex.run(() => this.#matchAll());
  }

  async #sweep(claims: EntityClaim[], seenAt: number): Promise<MatchChanges> {
    const stored = await readClaimHashes(this.#knex);
    const changed = claims.filter(
      claim => stored.get(claim.entityRef) !== claimHash(claim),
    );
    await upsertClaims(this.#knex, claims, Date.now());
    const gone = await deleteClaimsBefore(this.#knex, seenAt);
    if (
      gone.length + changed.length > SEARCH_AT_MOST ||
      seenAt - this.#fullAt > FULL_EVERY_MS
    ) {
      return this.#matchAll();
    }
    return this.#matchEntities(changed, gone);
  }

  async #refreshEntity(entity: Entity): Promise<boolean> {
    const claim = claimOfEntity(entity);
    const entityRef = stringifyEntityRef(entity);
    const stored = await readClaimHash(this.#knex, entityRef);
    if (stored === claimHash(claim)) {
      return false;
    }
    if (!claim) {
      await deleteClaim(this.#knex, entityRef);
      await this.#matchEntities([], [entityRef]);
      return true;
    }
    // Before the match, so that a workload that changes meanwhile finds the claim. Without its hash, so that a crash in
    // between makes the next question try again.
    await upsertClaims(this.#knex, [claim], Date.now(), { matched: false });
    await this.#matchEntities([claim]);
    await upsertClaims(this.#knex, [claim], Date.now());
    return true;
  }

  async #matchWorkloads(workloadIds: number[]): Promise<MatchChanges> {
    const changes = emptyChanges();
    for (const ids of chunks(workloadIds, PAGE)) {
      const scope = (column: string) => (query: Knex.QueryBuilder) =>
        query.where(inList(this.#knex, column, ids, 'integer'));
      merge(changes, await this.#syncPage(scope('w.id'), scope('workload_id')));
      await yieldToOthers();
    }
    return changes;
  }

  async #matchAll(): Promise<MatchChanges> {
    const begunAt = Date.now();
    const changes = emptyChanges();
    let after: number | undefined = -1;
    while (after !== undefined) {
      const from: number = after;
      const row = await this.#knex('inventory_workload')
        .where('id', '>', from)
        .orderBy('id')
        .offset(PAGE - 1)
        .first('id');
      // The last page reaches to the end, so that matches of workloads that are gone go with it.
      const upTo: number | undefined = row?.id;
      const scope = (column: string) => (query: Knex.QueryBuilder) => {
        query.where(column, '>', from);
        if (upTo !== undefined) {
          query.where(column, '<=', upTo);
        }
      };
      merge(changes, await this.#syncPage(scope('w.id'), scope('workload_id')));
      after = upTo;
      await yieldToOthers();
    }
    this.#fullAt = begunAt;
    return changes;
  }

  /** Matches some workloads, again when a claim changed meanwhile. */
  async #syncPage(
    workloads: (query: Knex.QueryBuilder) => void,
    matches: (query: Knex.QueryBuilder) => void,
  ): Promise<MatchChanges> {
    const changes = emptyChanges();
    for (let round = 0; round < ROUNDS; round++) {
      const edition = await this.#claims.current();
      const candidates = await selectCandidates(this.#knex, workloads);
      merge(
        changes,
        await syncMatches(
          this.#knex,
          this.#match(edition.index, candidates),
          matches,
        ),
      );
      if (await this.#claims.isCurrent(edition)) {
        break;
      }
    }
    return changes;
  }

  /**
   * Matches the workloads that entities had before or have now, for every entity: one that comes or goes with an id of
   * another owner's changes what that owner's entity is confirmed for.
   */
  async #matchEntities(
    changed: EntityClaim[],
    gone: string[] = [],
  ): Promise<MatchChanges> {
    const touched = new Set<number>(
      await this.#knex('entity_match')
        .where(
          inList(
            this.#knex,
            'entity_ref',
            [...changed.map(claim => claim.entityRef), ...gone],
            'text',
          ),
        )
        .distinct()
        .pluck('workload_id'),
    );
    for (const claim of changed) {
      const candidates = await selectCandidatesOf(this.#knex, claim);
      this.#match(ClaimIndex.of([claim]), candidates).forEach(row =>
        touched.add(row.workloadId),
      );
    }
    this.#claims.forget();
    return this.#matchWorkloads([...touched]);
  }

  #match(index: ClaimIndex, candidates: CandidateRow[]): MatchRow[] {
    const mappings = this.#mappings;
    return candidates.flatMap(workload => {
      const rivals = index.candidates(workload);
      return rivals.flatMap(claim => {
        const result = matchWorkload(claim, workload, { mappings, rivals });
        return result
          ? {
              ...result,
              entityRef: claim.entityRef,
              workloadId: workload.workloadId,
            }
          : [];
      });
    });
  }
}

function emptyChanges(): MatchChanges {
  return { entityRefs: new Set(), workloadIds: new Set() };
}

function merge(into: MatchChanges, from: MatchChanges): void {
  from.entityRefs.forEach(item => into.entityRefs.add(item));
  from.workloadIds.forEach(item => into.workloadIds.add(item));
}
