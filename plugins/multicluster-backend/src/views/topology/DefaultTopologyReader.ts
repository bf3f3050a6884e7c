import {
  EntityTopology,
  EntityWorkload,
  WorkloadMatch,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { MatchingService } from '../../matching/MatchingService';
import { EntityClaim } from '../../matching/rules';
import { SourceRegistry } from '../../service/SourceRegistry';
import { TopologyReader } from '../../service/TopologyService';
import { ViewBody } from '../../service/ViewBody';
import { coverageOfClusters } from '../coverageOf';
import { FleetHealthReader } from '../health/FleetHealthReader';
import { FleetHealth } from '../health/SourceHealth';
import { Environments } from '../platform/Environments';
import { EntityTargets, selectEntityTargets } from './selectEntityTargets';
import {
  EntityRecord,
  EntityWorkloadRecord,
  selectEntityWorkloads,
} from './selectEntityWorkloads';
import { explainMatch } from './explainMatch';
import { explainUnplaced } from './explainUnplaced';
import { toEntityWorkload } from './toEntityWorkload';
import { isWhereClaimed, lanesOf, targetsWhereClaimed } from './whereClaimed';
import { worstSentence } from './worstSentence';

/** Reads the topology of an entity from the stored rows, in at most three statements. */
export class DefaultTopologyReader implements TopologyReader {
  readonly #knex: Knex;
  readonly #sources: SourceRegistry;
  readonly #health: Pick<FleetHealthReader, 'read'>;
  readonly #environments: Environments;
  readonly #matching: MatchingService;
  readonly #showClaimed: boolean;
  readonly #mapped: boolean;

  static create(options: {
    knex: Knex;
    sources: SourceRegistry;
    health: Pick<FleetHealthReader, 'read'>;
    environments: Environments;
    matching: MatchingService;
    showClaimed: boolean;
    mapped: boolean;
  }): TopologyReader {
    return new DefaultTopologyReader(options);
  }

  private constructor(options: {
    knex: Knex;
    sources: SourceRegistry;
    health: Pick<FleetHealthReader, 'read'>;
    environments: Environments;
    matching: MatchingService;
    showClaimed: boolean;
    mapped: boolean;
  }) {
    this.#knex = options.knex;
    this.#sources = options.sources;
    this.#health = options.health;
    this.#environments = options.environments;
    this.#matching = options.matching;
    this.#showClaimed = options.showClaimed;
    this.#mapped = options.mapped;
  }

  async read(entity: Entity): Promise<ViewBody<EntityTopology>> {
    const [health, { record, targets }] = await Promise.all([
      this.#health.read(),
      this.#readRows(entity),
    ]);
    const { claim } = record;
    const allowed = record.workloads.filter(
      workload => workload.confirmed || this.#showClaimed,
    );
    const shown = allowed.filter(workload =>
      isWhereClaimed(workload, targets, claim),
    );
    const unplaced = await explainUnplaced(
      this.#knex,
      this.#sources,
      shown,
      health,
    );
    const workloads = shown.map(workload =>
      toEntityWorkload(
        workload,
        targetsWhereClaimed(workload, targets, claim),
        {
          lanes: health.lanes,
          environments: this.#environments,
          match: matchOf(workload),
          unplaced: unplaced.get(workload.id),
        },
      ),
    );
    const coverage = topologyCoverage(shown, targets, claim, health);
    return {
      entityRef: stringifyEntityRef(entity),
      ...(coverage.oldest && { observedAt: coverage.oldest }),
      coverage,
      sentence: worstSentence(workloads),
      workloads,
      ...this.#environmentsOf(workloads),
      match: explainMatch({
        entityName: entity.metadata.name,
        claim,
        shown: workloads,
        hidden: record.workloads.filter(item => !allowed.includes(item)),
        showClaimed: this.#showClaimed,
        mapped: this.#mapped,
        elsewhere: allowed.length - shown.length,
        complete: health.sources.every(source => source.everRead),
      }),
    };
  }

  /** Those that anything runs in, in the order of the configuration. */
  #environmentsOf(
    workloads: EntityWorkload[],
  ): Pick<EntityTopology, 'environments'> {
    const present = new Set(
      workloads.flatMap(workload =>
        (workload.placement?.targets ?? []).map(target => target.environment),
      ),
    );
    const environments = this.#environments.list
      .map(environment => environment.name)
      .filter(name => present.has(name));
    return environments.length > 0 ? { environments } : {};
  }

  /** Two statements; after an edit of the entity's annotations, which the caller may be looking at, again. */
  async #readRows(
    entity: Entity,
  ): Promise<{ record: EntityRecord; targets: EntityTargets }> {
    const entityRef = stringifyEntityRef(entity);
    const read = async () => {
      const [record, targets] = await Promise.all([
        selectEntityWorkloads(this.#knex, entityRef),
        selectEntityTargets(this.#knex, entityRef),
      ]);
      return { record, targets };
    };
    const rows = await read();
    if (rows.record.claimHash === this.#matching.claimHashOf(entity)) {
      return rows;
    }
    await this.#matching.refreshEntity(entity);
    return read();
  }
}

function matchOf(record: EntityWorkloadRecord): WorkloadMatch {
  return {
    rule: record.rule,
    confirmed: record.confirmed,
    reason: record.reason,
    ...(record.otherClaims.length > 0 && {
      alsoClaimedBy: { entityRefs: record.otherClaims, hidden: 0 },
    }),
  };
}

function topologyCoverage(
  records: EntityWorkloadRecord[],
  targets: EntityTargets,
  claim: EntityClaim | undefined,
  health: FleetHealth,
) {
  const rows = records.flatMap(record =>
    targetsWhereClaimed(record, targets, claim),
  );
  return coverageOfClusters(
    rows.map(row => row.cluster),
    lanesOf(records, rows),
    health,
  );
}
