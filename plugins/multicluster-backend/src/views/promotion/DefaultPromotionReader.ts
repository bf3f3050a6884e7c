import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityMatchExplanation,
  Promotion,
  RunArtifact,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { SourceRegistry } from '../../service/SourceRegistry';
import { PromotionReader } from '../../service/PromotionService';
import { ViewBody } from '../../service/ViewBody';
import { coverageOfClusters } from '../coverageOf';
import { Environments } from '../platform/Environments';
import { lanesOf } from '../topology/whereClaimed';
import { changeToFollow } from './changeToFollow';
import { EntityRows } from './EntityRows';
import { PromotionColumn } from './PromotionColumn';
import { PromotionColumnsReader } from './PromotionColumnsReader';
import { selectRunChanges } from './read/selectRunChanges';
import { changesBetween } from './rules/changesBetween';
import { leadTime } from './rules/leadTime';
import { ScmHosts } from './ScmHosts';
import { sentenceOfPromotion } from './sentenceOfPromotion';
import { toSteps } from './toSteps';

interface Options {
  knex: Knex;
  columns: PromotionColumnsReader;
  sources: SourceRegistry;
  environments: Environments;
  hosts: ScmHosts;
}

/** Reads which version of an entity is in which environment from the stored rows, in at most ten statements, and a few more while somebody is asked by the portal. */
export class DefaultPromotionReader implements PromotionReader {
  readonly #options: Options;

  static create(options: Options): PromotionReader {
    return new DefaultPromotionReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async read(
    entity: Entity,
    show: 'all' | 'runs' = 'all',
  ): Promise<ViewBody<Promotion>> {
    const { environments, hosts, sources } = this.#options;
    const { columns, rows, match, narrowed, ...outside } =
      await this.#options.columns.read(entity, show);
    const changes = columns
      .slice(1)
      .map((column, index) =>
        changesBetween(columns[index], column, host => hosts.typeOf(host)),
      );
    const steps = toSteps(columns, changes, narrowed.named);
    const told = show === 'runs' ? toldByTools(rows, sources) : rows;
    const coverage = coverageOfRows(told);
    return {
      entityRef: stringifyEntityRef(entity),
      ...(coverage.oldest && { observedAt: coverage.oldest }),
      coverage,
      sentence: sentenceOfPromotion({
        configured: environments.configured,
        unknown: narrowed.unknown,
        ...outside,
        columns,
        steps,
      }),
      environments: columns.map(({ view }) => view),
      changes,
      steps,
      ...(await this.#leadTime(columns)),
      artifacts: newestArtifacts(columns),
      match: matchOf(told, match, show),
    };
  }

  async #leadTime(
    columns: PromotionColumn[],
  ): Promise<Pick<Promotion, 'leadTime'>> {
    const followed = changeToFollow(columns);
    if (!followed) {
      return {};
    }
    const changes = await selectRunChanges(
      this.#options.knex,
      followed.runs.map(({ rowId }) => rowId),
    );
    return { leadTime: leadTime({ ...followed, changes }) };
  }
}

function coverageOfRows({ workloads, pipelines, runs, health }: EntityRows) {
  const targets = workloads.flatMap(workload => workload.rows);
  return coverageOfClusters(
    targets.map(row => row.cluster),
    [
      ...lanesOf(
        workloads.map(({ record }) => record),
        targets,
      ),
      ...[...pipelines, ...runs].flatMap(({ laneId }) => laneId ?? []),
    ],
    health,
  );
}

/** What the newest run delivers, wherever to. */
function newestArtifacts(columns: PromotionColumn[]): RunArtifact[] {
  const runs = columns.flatMap(({ scope }) => scope.runs);
  const [newest] = runs.sort(
    (a, b) => Date.parse(b.run.createdAt) - Date.parse(a.run.createdAt),
  );
  return newest?.run.artifacts ?? [];
}

/** What is left of the rows for who may see runs and not where they lead. */
function toldByTools(
  rows: EntityRows,
  sources: Pick<SourceRegistry, 'get'>,
): EntityRows {
  return {
    ...rows,
    workloads: [],
    clusters: [],
    health: {
      ...rows.health,
      sources: rows.health.sources.filter(
        ({ id }) => sources.get(id)?.runs !== undefined,
      ),
    },
  };
}

/** Pipelines are enough to be shown: there may be no workload that anybody observes. */
function matchOf(
  { workloads, pipelines }: EntityRows,
  match: EntityMatchExplanation,
  show: 'all' | 'runs',
): EntityMatchExplanation {
  if (show === 'runs' && pipelines.length === 0) {
    return { state: 'none', suggestions: [] };
  }
  return workloads.length === 0 && pipelines.length > 0
    ? { state: 'matched', suggestions: [] }
    : match;
}
