import { Knex } from 'knex';
import { inList } from '../inventory/sql/inList';
import { chunks } from '../util/chunks';
import { yieldToOthers } from '../util/yieldToOthers';
import { ClaimBook } from './ClaimBook';
import { idRanges } from './idRanges';
import { MatchChanges } from './MatchingService';
import { MatchingLock } from './MatchingLock';
import { matchChanges, mergeChanges } from './matchChanges';
import { selectMatchedPipelines } from './operations/selectMatchedPipelines';
import {
  PipelineCandidateRow,
  selectPipelineCandidates,
} from './operations/selectPipelineCandidates';
import { PIPELINE_MATCHES, syncMatches } from './operations/syncMatches';
import { PipelineClaimIndex } from './PipelineClaimIndex';
import { PipelineTools } from './pipelineToolsOf';
import { EntityClaim, matchPipeline, PipelineMapping } from './rules';

/** Pipelines at a time, for the same reason as workloads. */
const PAGE = 300;

interface Options {
  knex: Knex;
  lock: MatchingLock;
  claims: ClaimBook;
  tools: PipelineTools;
  mappings: readonly PipelineMapping[];
}

/** Keeps `pipeline_match` as the rules say. */
export class PipelineMatcher {
  readonly #options: Options;

  static create(options: Options): PipelineMatcher {
    return new PipelineMatcher(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Matches some pipelines, for every entity. */
  async match(pipelineIds: Iterable<number>): Promise<MatchChanges> {
    const { knex } = this.#options;
    const changes = matchChanges();
    for (const ids of chunks([...new Set(pipelineIds)], PAGE)) {
      const scope = (column: string) => (query: Knex.QueryBuilder) =>
        query.where(inList(knex, column, ids, 'integer'));
      mergeChanges(
        changes,
        await this.#syncPage(scope('p.id'), scope('pipeline_id')),
      );
      await yieldToOthers();
    }
    return changes;
  }

  /** Matches every pipeline, and forgets matches of pipelines that are gone. */
  async matchAll(): Promise<MatchChanges> {
    const changes = matchChanges();
    for await (const scope of idRanges(
      this.#options.knex,
      'inventory_pipeline',
      PAGE,
    )) {
      mergeChanges(
        changes,
        await this.#syncPage(scope('p.id'), scope('pipeline_id')),
      );
      await yieldToOthers();
    }
    return changes;
  }

  /**
   * Pipelines whose matches may follow from these workloads: those that marked one of them, and, because a mark that is gone
   * says nothing of what it was, those of the entities that the workloads belong or belonged to.
   */
  async ofWorkloads(
    workloadIds: number[],
    entityRefs: Iterable<string>,
  ): Promise<number[]> {
    const { knex, tools } = this.#options;
    if (tools.marks.length === 0) {
      return [];
    }
    const found: number[] = [];
    for (const ids of chunks(workloadIds, PAGE)) {
      const marked = knex('inventory_workload_mark as k')
        .join('inventory_pipeline as p', 'p.key', 'k.value')
        .where(inList(knex, 'k.workload_id', ids, 'integer'))
        .where(inList(knex, 'k.annotation', tools.marks, 'text'));
      const related = knex('entity_match as m')
        .join('pipeline_match as r', 'r.entity_ref', 'm.entity_ref')
        .where(inList(knex, 'm.workload_id', ids, 'integer'));
      found.push(
        ...(await marked.distinct().pluck('p.id')),
        ...(await related.distinct().pluck('r.pipeline_id')),
      );
    }
    return [...found, ...(await selectMatchedPipelines(knex, [...entityRefs]))];
  }

  /**
   * Pipelines that these claims can cover. The claims must be stored: what comes to be matched while all pipelines are gone
   * through, which nobody has to wait for, is matched by them.
   */
  async coveredBy(claims: EntityClaim[]): Promise<number[]> {
    const { knex, tools } = this.#options;
    if (!tools.annotations || !claims.some(saysOfPipelines)) {
      return [];
    }
    const index = PipelineClaimIndex.of(claims);
    const found: number[] = [];
    for await (const scope of idRanges(knex, 'inventory_pipeline', PAGE)) {
      const candidates = await selectPipelineCandidates(
        knex,
        tools,
        scope('p.id'),
      );
      found.push(
        ...candidates
          .filter(item => index.candidates(item).length > 0)
          .map(item => item.pipelineId),
      );
      await yieldToOthers();
    }
    return found;
  }

  #syncPage(
    pipelines: (query: Knex.QueryBuilder) => void,
    matches: (query: Knex.QueryBuilder) => void,
  ): Promise<MatchChanges> {
    const { claims, lock, tools } = this.#options;
    return lock.run(async tx => {
      const { pipelines: index } = await claims.current(tx);
      const candidates = await selectPipelineCandidates(tx, tools, pipelines);
      const { entityRefs, ids } = await syncMatches(
        tx,
        PIPELINE_MATCHES,
        this.#match(index, candidates),
        matches,
      );
      return { ...matchChanges(), entityRefs, pipelineIds: ids };
    });
  }

  #match(index: PipelineClaimIndex, candidates: PipelineCandidateRow[]) {
    const { mappings } = this.#options;
    return candidates.flatMap(pipeline => {
      const rivals = index.candidates(pipeline);
      return rivals.flatMap(claim => {
        const result = matchPipeline(claim, pipeline, { mappings, rivals });
        return result
          ? [
              {
                ...result,
                entityRef: claim.entityRef,
                id: pipeline.pipelineId,
              },
            ]
          : [];
      });
    });
  }
}

function saysOfPipelines(claim: EntityClaim): boolean {
  return Boolean(
    claim.pipelines ??
      claim.toolAnnotations ??
      claim.repositories ??
      claim.kubernetesId,
  );
}
