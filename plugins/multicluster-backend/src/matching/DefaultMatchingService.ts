import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { inList } from '../inventory/sql/inList';
import { InventoryChange } from '../inventory/hints/InventoryChange';
import { chunks } from '../util/chunks';
import { yieldToOthers } from '../util/yieldToOthers';
import { ClaimBook } from './ClaimBook';
import { ClaimIndex } from './ClaimIndex';
import { idRanges } from './idRanges';
import { matchChanges, mergeChanges } from './matchChanges';
import { MatchChanges, MatchingService } from './MatchingService';
import { MatchingLock } from './MatchingLock';
import { MatchingProgress } from './MatchingProgress';
import {
  claimHash,
  deleteClaims,
  readClaimHash,
  readNewestClaim,
  readStoredClaims,
  storeClaims,
  storeMatched,
} from './operations/claims';
import { CandidateRow, selectCandidates } from './operations/selectCandidates';
import { selectCandidatesOf } from './operations/selectCandidatesOf';
import { selectMatchedPipelines } from './operations/selectMatchedPipelines';
import {
  MatchRow,
  syncMatches,
  WORKLOAD_MATCHES,
} from './operations/syncMatches';
import { PipelineMatcher } from './PipelineMatcher';
import { PipelineTools, pipelineToolsOf } from './pipelineToolsOf';
import {
  claimOfEntity,
  EntityClaim,
  matchWorkload,
  NamespaceMapping,
  PipelineMapping,
} from './rules';

/** Workloads at a time: the embedded database matches on the thread that serves everyone, ten milliseconds for these. */
const PAGE = 300;
/** Claims that are stored in one step. */
const CLAIMS = 100;
/** When more claims than this changed, reading every workload once is cheaper than searching for each. */
const SEARCH_AT_MOST = 100;
/** Everything is matched again this often, so that no missed change lasts. */
const FULL_EVERY_MS = 15 * 60_000;

interface MatchingOptions {
  knex: Knex;
  mappings: readonly NamespaceMapping[];
  /** Absent: there are no delivery tools. */
  tools?: PipelineTools;
  pipelineMappings?: readonly PipelineMapping[];
}

/** Keeps `entity_claim`, `entity_match` and `pipeline_match` as the rules say. */
export class DefaultMatchingService implements MatchingService {
  readonly #knex: Knex;
  readonly #mappings: readonly NamespaceMapping[];
  readonly #claims: ClaimBook;
  readonly #lock: MatchingLock;
  readonly #progress: MatchingProgress;
  readonly #tools: PipelineTools;
  readonly #pipelines: PipelineMatcher;
  #fullAt = -Infinity;

  static create(options: MatchingOptions): MatchingService {
    return new DefaultMatchingService(options);
  }

  private constructor(options: MatchingOptions) {
    this.#knex = options.knex;
    this.#mappings = options.mappings;
    this.#tools = options.tools ?? pipelineToolsOf([]);
    this.#claims = ClaimBook.create();
    this.#lock = MatchingLock.create(options.knex);
    this.#progress = MatchingProgress.create(options.knex);
    this.#pipelines = PipelineMatcher.create({
      knex: options.knex,
      lock: this.#lock,
      claims: this.#claims,
      tools: this.#tools,
      mappings: options.pipelineMappings ?? [],
    });
  }

  async sweep(entities: AsyncIterable<Entity[]>): Promise<MatchChanges> {
    const begun = await readNewestClaim(this.#knex);
    const seen = new Map<string, EntityClaim>();
    for await (const page of entities) {
      for (const claim of page.flatMap(entity => this.#claimOf(entity) ?? [])) {
        seen.set(claim.entityRef, claim);
      }
    }
    // Reached only when the stream ended well: a catalog that fails half way must not orphan everyone's workloads.
    const changes = await this.#matchMissed();
    mergeChanges(changes, await this.#sweep(seen, begun));
    return changes;
  }

  async refreshEntity(entity: Entity): Promise<boolean> {
    const claim = this.#claimOf(entity);
    const entityRef = stringifyEntityRef(entity);
    // Without the lock: nobody who looks at an entity that says what it said should wait for others to be matched.
    if ((await readClaimHash(this.#knex, entityRef)) === claimHash(claim)) {
      return false;
    }
    await this.#matchEntities(claim ? [claim] : [], claim ? [] : [entityRef]);
    return true;
  }

  claimHashOf(entity: Entity): string {
    return claimHash(this.#claimOf(entity));
  }

  async matchPipelines(pipelineIds: number[]): Promise<MatchChanges> {
    return this.#pipelines.match(pipelineIds);
  }

  async matchWorkloads(workloadIds: number[]): Promise<MatchChanges> {
    const changes = await this.#matchWorkloads(workloadIds);
    const pipelineIds = await this.#pipelines.ofWorkloads(
      workloadIds,
      changes.entityRefs,
    );
    mergeChanges(changes, await this.#pipelines.match(pipelineIds));
    return changes;
  }

  #claimOf(entity: Entity): EntityClaim | undefined {
    return claimOfEntity(entity, this.#tools.annotations);
  }

  async #matchWorkloads(workloadIds: number[]): Promise<MatchChanges> {
    const changes = matchChanges();
    for (const ids of chunks(workloadIds, PAGE)) {
      const scope = (column: string) => (query: Knex.QueryBuilder) =>
        query.where(inList(this.#knex, column, ids, 'integer'));
      mergeChanges(
        changes,
        await this.#syncPage(scope('w.id'), scope('workload_id')),
      );
      await yieldToOthers();
    }
    return changes;
  }

  followed(changes: InventoryChange[]): Promise<void> {
    return this.#progress.advance(changes);
  }

  /** What a replica stored and was killed before it could match. */
  async #matchMissed(): Promise<MatchChanges> {
    const changes = matchChanges();
    for (const missed of await this.#progress.missed()) {
      const ids: number[] = await this.#knex('inventory_workload')
        .where({ source_id: missed.sourceId })
        .where('revision', '>', missed.after)
        .pluck('id');
      mergeChanges(changes, await this.matchWorkloads(ids));
      const pipelineIds: number[] = await this.#knex('inventory_pipeline')
        .where({ source_id: missed.sourceId })
        .where('revision', '>', missed.after)
        .pluck('id');
      mergeChanges(changes, await this.matchPipelines(pipelineIds));
      await this.#progress.caughtUp(missed);
    }
    return changes;
  }

  async #sweep(
    seen: Map<string, EntityClaim>,
    newest: number,
  ): Promise<MatchChanges> {
    const stored = await readStoredClaims(this.#knex);
    // What was stored while the catalog was read is newer than what was read.
    const isNewer = (entityRef: string) =>
      (stored.get(entityRef)?.seenAt ?? 0) > newest;
    const changed = [...seen.values()].filter(
      claim =>
        stored.get(claim.entityRef)?.hash !== claimHash(claim) &&
        !isNewer(claim.entityRef),
    );
    const gone = [...stored.keys()].filter(
      entityRef => !seen.has(entityRef) && !isNewer(entityRef),
    );
    if (
      gone.length + changed.length <= SEARCH_AT_MOST &&
      Date.now() - this.#fullAt <= FULL_EVERY_MS
    ) {
      return this.#matchEntities(changed, gone);
    }
    const changes = await this.#storeClaims(changed, gone);
    mergeChanges(changes, await this.matchAll());
    await this.#storeMatched(changed);
    return changes;
  }

  /** Before they are matched, so that a workload that changes meanwhile finds the claims as they are now. */
  async #storeClaims(
    changed: EntityClaim[],
    gone: string[],
  ): Promise<MatchChanges> {
    for (const part of chunks(changed, CLAIMS)) {
      await this.#lock.run(tx => storeClaims(tx, part));
    }
    const changes = matchChanges();
    for (const part of chunks(gone, CLAIMS)) {
      const matched = await this.#lock.run(async tx => {
        const workloads = await matchedBy(tx, part);
        const pipelines = await selectMatchedPipelines(tx, part);
        await deleteClaims(tx, part);
        return { workloads, pipelines };
      });
      part.forEach(entityRef => changes.entityRefs.add(entityRef));
      matched.workloads.forEach(id => changes.workloadIds.add(id));
      matched.pipelines.forEach(id => changes.pipelineIds.add(id));
    }
    return changes;
  }

  async #storeMatched(claims: EntityClaim[]): Promise<void> {
    for (const part of chunks(claims, CLAIMS)) {
      await this.#lock.run(tx => storeMatched(tx, part));
    }
  }

  async matchAll(): Promise<MatchChanges> {
    const begunAt = Date.now();
    const changes = matchChanges();
    for await (const scope of idRanges(
      this.#knex,
      'inventory_workload',
      PAGE,
    )) {
      mergeChanges(
        changes,
        await this.#syncPage(scope('w.id'), scope('workload_id')),
      );
      await yieldToOthers();
    }
    // After the workloads, because a pipeline belongs to the entities of what it deployed.
    mergeChanges(changes, await this.#pipelines.matchAll());
    this.#fullAt = begunAt;
    return changes;
  }

  #syncPage(
    workloads: (query: Knex.QueryBuilder) => void,
    matches: (query: Knex.QueryBuilder) => void,
  ): Promise<MatchChanges> {
    return this.#lock.run(async tx => {
      const { workloads: index } = await this.#claims.current(tx);
      const candidates = await selectCandidates(tx, workloads);
      const { entityRefs, ids } = await syncMatches(
        tx,
        WORKLOAD_MATCHES,
        this.#match(index, candidates),
        matches,
      );
      return { ...matchChanges(), entityRefs, workloadIds: ids };
    });
  }

  /**
   * Matches the workloads and pipelines that entities had before or have now, for every entity: one that comes or goes with an id of
   * another owner's changes what that owner's entity is confirmed for.
   */
  async #matchEntities(
    changed: EntityClaim[],
    gone: string[],
  ): Promise<MatchChanges> {
    const changes = await this.#storeClaims(changed, gone);
    const touched = new Set(changes.workloadIds);
    const pipelines = new Set(changes.pipelineIds);
    for (const claim of changed) {
      // With the lock, so that whoever matched by the old claim has stored it, and whoever comes later has the new one.
      await this.#lock.run(async tx => {
        (await matchedBy(tx, [claim.entityRef])).forEach(id => touched.add(id));
        const candidates = await selectCandidatesOf(tx, claim);
        this.#match(ClaimIndex.of([claim]), candidates).forEach(row =>
          touched.add(row.id),
        );
        const before = await selectMatchedPipelines(tx, [claim.entityRef]);
        before.forEach(id => pipelines.add(id));
      });
    }
    const covered = await this.#pipelines.coveredBy(changed);
    covered.forEach(id => pipelines.add(id));
    mergeChanges(changes, await this.matchWorkloads([...touched]));
    mergeChanges(changes, await this.matchPipelines([...pipelines]));
    await this.#storeMatched(changed);
    return changes;
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
              id: workload.workloadId,
            }
          : [];
      });
    });
  }
}

function matchedBy(knex: Knex, entityRefs: string[]): Promise<number[]> {
  return knex('entity_match')
    .where(inList(knex, 'entity_ref', entityRefs, 'text'))
    .distinct()
    .pluck('workload_id');
}
