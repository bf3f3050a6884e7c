import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityMatchExplanation,
  EntityWorkload,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { MatchingService } from '../../matching/MatchingService';
import { SourceRegistry } from '../../service/SourceRegistry';
import { FleetBook } from '../clusters/FleetBook';
import { FleetHealthReader } from '../health/FleetHealthReader';
import { FleetHealth } from '../health/SourceHealth';
import { Environments } from '../platform/Environments';
import { PortalGates } from '../runs/PortalGates';
import { explainMatch } from '../topology/explainMatch';
import { explainUnplaced } from '../topology/explainUnplaced';
import {
  EntityTargets,
  selectEntityTargets,
} from '../topology/selectEntityTargets';
import {
  EntityRecord,
  EntityWorkloadRecord,
  selectEntityWorkloads,
} from '../topology/selectEntityWorkloads';
import { toEntityWorkload } from '../topology/toEntityWorkload';
import { isWhereClaimed, targetsWhereClaimed } from '../topology/whereClaimed';
import { unreadPlacements, unreadScopeOf } from '../unplaced/unreadPlacements';
import { EntityRows, EntityWorkloadRow } from './EntityRows';
import {
  EntityPipelineRecord,
  selectEntityPipelines,
} from './read/selectEntityPipelines';
import { RunRecord, selectPipelineRuns } from './read/selectPipelineRuns';

interface Options {
  knex: Knex;
  sources: SourceRegistry;
  health: Pick<FleetHealthReader, 'read'>;
  book: Pick<FleetBook, 'clusters'>;
  environments: Environments;
  matching: MatchingService;
  portalGates: PortalGates;
  /** Whether what only the entity claims is shown too. */
  showClaimed: boolean;
  /** Whether the platform gives any namespace to anybody. */
  mapped: boolean;
}

interface Stored {
  record: EntityRecord;
  targets: EntityTargets;
  pipelines: EntityPipelineRecord[];
}

/** Reads what is stored of an entity and may be shown to it, workloads and pipelines alike. */
export class EntityRowsReader {
  readonly #options: Options;

  static create(options: Options): EntityRowsReader {
    return new EntityRowsReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async read(
    entity: Entity,
  ): Promise<{ rows: EntityRows; match: EntityMatchExplanation }> {
    const { knex, sources, showClaimed, mapped } = this.#options;
    const [health, clusters, { record, targets, pipelines }] =
      await Promise.all([
        this.#options.health.read('all'),
        this.#options.book.clusters(),
        this.#readStored(entity),
      ]);
    const { claim } = record;
    const allowed = record.workloads.filter(
      workload => workload.confirmed || showClaimed,
    );
    const records = allowed.filter(workload =>
      isWhereClaimed(workload, targets, claim),
    );
    const [unplaced, runs] = await Promise.all([
      explainUnplaced(knex, sources, records, health),
      this.#runs(pipelines),
    ]);
    const workloads = records.map(workload => {
      const rows = targetsWhereClaimed(workload, targets, claim);
      return this.#toRow(workload, rows, health, unplaced.get(workload.id));
    });
    return {
      rows: { workloads, pipelines, runs, clusters, health },
      match: explainMatch({
        entityName: entity.metadata.name,
        claim,
        shown: workloads.map(({ shown }) => shown),
        hidden: record.workloads.filter(item => !allowed.includes(item)),
        showClaimed,
        mapped,
        elsewhere: allowed.length - records.length,
        complete: health.sources.every(source => source.everRead),
      }),
    };
  }

  /** With the gates that the portal keeps for them, over and open: people are waited for by either. */
  async #runs(pipelines: EntityPipelineRecord[]): Promise<RunRecord[]> {
    const { knex, portalGates } = this.#options;
    const sources = new Map(pipelines.map(({ id, source }) => [id, source]));
    const runs = await selectPipelineRuns(knex, [...sources.keys()]);
    const nameOf = ({ pipelineId, key }: RunRecord) => ({
      source: sources.get(pipelineId) ?? '',
      key,
    });
    const gatesOf = await portalGates.of(runs.map(nameOf), 'all');
    return runs.map(run => ({ ...run, portalGates: gatesOf(nameOf(run)) }));
  }

  #toRow(
    record: EntityWorkloadRecord,
    rows: EntityWorkloadRow['rows'],
    health: FleetHealth,
    unplaced: EntityWorkloadRow['unplaced'],
  ): EntityWorkloadRow {
    const { sources, environments } = this.#options;
    const match: EntityWorkload['match'] = {
      rule: record.rule,
      confirmed: record.confirmed,
      reason: record.reason,
      ...(record.otherClaims.length > 0 && {
        alsoClaimedBy: { entityRefs: record.otherClaims, hidden: 0 },
      }),
    };
    const unread =
      !record.placement &&
      unreadScopeOf(record, unreadPlacements(health, sources));
    return {
      record,
      rows,
      shown: toEntityWorkload(record, rows, {
        lanes: health.lanes,
        environments,
        match,
        unplaced,
      }),
      ...(unplaced && { unplaced }),
      ...(unread && { unread: unread.reason }),
    };
  }

  /** Three statements; after an edit of the entity's annotations, which the caller may be looking at, again. */
  async #readStored(entity: Entity): Promise<Stored> {
    const { knex, matching, showClaimed } = this.#options;
    const entityRef = stringifyEntityRef(entity);
    const read = async (): Promise<Stored> => {
      const [record, targets, pipelines] = await Promise.all([
        selectEntityWorkloads(knex, entityRef),
        selectEntityTargets(knex, entityRef),
        selectEntityPipelines(knex, entityRef),
      ]);
      return {
        record,
        targets,
        pipelines: pipelines.filter(
          ({ confirmed }) => confirmed || showClaimed,
        ),
      };
    };
    const stored = await read();
    if (stored.record.claimHash === matching.claimHashOf(entity)) {
      return stored;
    }
    await matching.refreshEntity(entity);
    return read();
  }
}
