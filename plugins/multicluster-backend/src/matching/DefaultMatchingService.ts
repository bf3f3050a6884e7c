import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { yieldToOthers } from '../util/yieldToOthers';
import { ClaimIndex } from './ClaimIndex';
import { MatchChanges, MatchingService } from './MatchingService';
import {
  claimHash,
  deleteClaim,
  deleteClaimsBefore,
  readClaimHash,
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

/** Keeps `entity_claim` and `entity_match` as the rules say. */
export class DefaultMatchingService implements MatchingService {
  readonly #knex: Knex;
  readonly #mappings: readonly NamespaceMapping[];

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
  }

  async sweep(entities: AsyncIterable<Entity[]>): Promise<MatchChanges> {
    const seenAt = Date.now();
    for await (const page of entities) {
      await upsertClaims(
        this.#knex,
        page.flatMap(entity => claimOfEntity(entity) ?? []),
        seenAt,
      );
    }
    // Reached only when the stream ended well: a catalog that fails half way must not orphan everyone's workloads.
    await deleteClaimsBefore(this.#knex, seenAt);
    return this.#matchAll();
  }

  async refreshEntity(entity: Entity): Promise<boolean> {
    const claim = claimOfEntity(entity);
    const entityRef = stringifyEntityRef(entity);
    const stored = await readClaimHash(this.#knex, entityRef);
    if (stored === claimHash(claim)) {
      return false;
    }
    if (!claim) {
      await deleteClaim(this.#knex, entityRef);
      await syncMatches(this.#knex, [], query =>
        query.where({ entity_ref: entityRef }),
      );
      return true;
    }
    const candidates = await selectCandidatesOf(this.#knex, claim);
    await syncMatches(this.#knex, this.#match([claim], candidates), query =>
      query.where({ entity_ref: entityRef }),
    );
    // Last, so that a crash in between leaves the old hash and the next question tries again.
    await upsertClaims(this.#knex, [claim], Date.now());
    return true;
  }

  async matchWorkloads(workloadIds: number[]): Promise<MatchChanges> {
    const claims = await readClaims(this.#knex);
    const candidates = await selectCandidates(this.#knex, query =>
      query.whereIn('w.id', workloadIds),
    );
    return syncMatches(this.#knex, this.#match(claims, candidates), query =>
      query.whereIn('workload_id', workloadIds),
    );
  }

  async #matchAll(): Promise<MatchChanges> {
    const claims = await readClaims(this.#knex);
    const changes: MatchChanges = {
      entityRefs: new Set(),
      workloadIds: new Set(),
    };
    let after = -1;
    for (;;) {
      const from = after;
      const page = await selectCandidates(this.#knex, query =>
        query.where('w.id', '>', from).limit(PAGE),
      );
      // The last page reaches to the end, so that matches of workloads that are gone go with it.
      const upTo = page.length < PAGE ? undefined : page[PAGE - 1].workloadId;
      const changed = await syncMatches(
        this.#knex,
        this.#match(claims, page),
        query => {
          query.where('workload_id', '>', from);
          if (upTo !== undefined) {
            query.where('workload_id', '<=', upTo);
          }
        },
      );
      changed.entityRefs.forEach(item => changes.entityRefs.add(item));
      changed.workloadIds.forEach(item => changes.workloadIds.add(item));
      if (upTo === undefined) {
        return changes;
      }
      after = upTo;
      await yieldToOthers();
    }
  }

  #match(claims: EntityClaim[], candidates: CandidateRow[]): MatchRow[] {
    const index = ClaimIndex.of(claims);
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
