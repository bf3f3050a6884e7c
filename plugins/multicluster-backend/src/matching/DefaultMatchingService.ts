import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { Cached } from '../util/Cached';
import { chunks } from '../util/chunks';
import { yieldToOthers } from '../util/yieldToOthers';
import { ClaimIndex } from './ClaimIndex';
import { MatchChanges, MatchingService } from './MatchingService';
import {
  claimHash,
  deleteClaim,
  deleteClaimsBefore,
  readClaimHash,
  readClaimHashes,
  readClaims,
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

const PAGE = 1000;
/** Claims of other replicas are seen within this time. */
const CLAIMS_TTL_MS = 30_000;
/** When more claims than this changed, reading every workload once is cheaper than searching for each. */
const SEARCH_AT_MOST = 100;
/** Everything is matched again this often, so that no missed change lasts. */
const FULL_EVERY_MS = 15 * 60_000;

/** Keeps `entity_claim` and `entity_match` as the rules say. */
export class DefaultMatchingService implements MatchingService {
  readonly #knex: Knex;
  readonly #mappings: readonly NamespaceMapping[];
  readonly #index: Cached<ClaimIndex>;
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
    this.#index = Cached.create({
      ttlMs: CLAIMS_TTL_MS,
      read: async () => ClaimIndex.of(await readClaims(options.knex)),
    });
  }

  async sweep(entities: AsyncIterable<Entity[]>): Promise<MatchChanges> {
    const seenAt = Date.now();
    const stored = await readClaimHashes(this.#knex);
    const changed: EntityClaim[] = [];
    for await (const page of entities) {
      const claims = page.flatMap(entity => claimOfEntity(entity) ?? []);
      changed.push(
        ...claims.filter(
          claim => stored.get(claim.entityRef) !== claimHash(claim),
        ),
      );
      await upsertClaims(this.#knex, claims, seenAt);
    }
    // Reached only when the stream ended well: a catalog that fails half way must not orphan everyone's workloads.
    const gone = await deleteClaimsBefore(this.#knex, seenAt);
    this.#index.forget();
    if (
      gone.length + changed.length > SEARCH_AT_MOST ||
      seenAt - this.#fullAt > FULL_EVERY_MS
    ) {
      return this.matchAll();
    }
    const changes = emptyChanges();
    for (const claim of changed) {
      merge(changes, await this.#matchClaim(claim));
    }
    merge(changes, await this.#unmatch(gone));
    return changes;
  }

  async refreshEntity(entity: Entity): Promise<boolean> {
    const claim = claimOfEntity(entity);
    const entityRef = stringifyEntityRef(entity);
    const stored = await readClaimHash(this.#knex, entityRef);
    if (stored === claimHash(claim)) {
      return false;
    }
    if (claim) {
      await this.#matchClaim(claim);
      // Last, so that a crash in between leaves the old hash and the next question tries again.
      await upsertClaims(this.#knex, [claim], Date.now());
    } else {
      await deleteClaim(this.#knex, entityRef);
      await this.#unmatch([entityRef]);
    }
    this.#index.forget();
    return true;
  }

  async matchWorkloads(workloadIds: number[]): Promise<MatchChanges> {
    const index = await this.#index.get();
    const changes = emptyChanges();
    for (const ids of chunks(workloadIds, PAGE)) {
      const candidates = await selectCandidates(this.#knex, query =>
        query.whereIn('w.id', ids),
      );
      merge(
        changes,
        await syncMatches(this.#knex, this.#match(index, candidates), query =>
          query.whereIn('workload_id', ids),
        ),
      );
      await yieldToOthers();
    }
    return changes;
  }

  async matchAll(): Promise<MatchChanges> {
    const begunAt = Date.now();
    const index = await this.#index.get();
    const changes = emptyChanges();
    let after: number | undefined = -1;
    while (after !== undefined) {
      const from: number = after;
      const page = await selectCandidates(this.#knex, query =>
        query.where('w.id', '>', from).limit(PAGE),
      );
      // The last page reaches to the end, so that matches of workloads that are gone go with it.
      after = page.length < PAGE ? undefined : page[PAGE - 1].workloadId;
      const upTo = after;
      merge(
        changes,
        await syncMatches(this.#knex, this.#match(index, page), query => {
          query.where('workload_id', '>', from);
          if (upTo !== undefined) {
            query.where('workload_id', '<=', upTo);
          }
        }),
      );
      await yieldToOthers();
    }
    this.#fullAt = begunAt;
    return changes;
  }

  async #matchClaim(claim: EntityClaim): Promise<MatchChanges> {
    const candidates = await selectCandidatesOf(this.#knex, claim);
    return syncMatches(
      this.#knex,
      this.#match(ClaimIndex.of([claim]), candidates),
      query => query.where({ entity_ref: claim.entityRef }),
    );
  }

  async #unmatch(entityRefs: string[]): Promise<MatchChanges> {
    return syncMatches(this.#knex, [], query =>
      query.whereIn('entity_ref', entityRefs),
    );
  }

  #match(index: ClaimIndex, candidates: CandidateRow[]): MatchRow[] {
    return candidates.flatMap(workload =>
      index.candidates(workload).flatMap(claim => {
        const result = matchWorkload(claim, workload, this.#mappings);
        return result
          ? {
              ...result,
              entityRef: claim.entityRef,
              workloadId: workload.workloadId,
            }
          : [];
      }),
    );
  }
}

function emptyChanges(): MatchChanges {
  return { entityRefs: new Set(), workloadIds: new Set() };
}

function merge(into: MatchChanges, from: MatchChanges): void {
  from.entityRefs.forEach(item => into.entityRefs.add(item));
  from.workloadIds.forEach(item => into.workloadIds.add(item));
}
