import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  EntityRuns,
  isRunOver,
  PipelineList,
  RunDetails,
  RunList,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { noteOnScreen } from '../../inventory/demand/noteOnScreen';
import { Inventory } from '../../inventory/Inventory';
import {
  EntityRunsRequest,
  PipelineOwner,
  RunListRequest,
  RunReader,
} from '../../service/RunService';
import { ViewBody } from '../../service/ViewBody';
import { listPipelines } from '../pipelines/listPipelines';
import { listRuns } from './listRuns';
import { EntityRunsOptions, readEntityRuns } from './readEntityRuns';
import { readRun } from './readRun';

/** Runs of an entity that are on screen and asked for more often; more than that nobody follows. */
const MOST_WATCHED = 10;

interface Options extends EntityRunsOptions {
  demand: Pick<Inventory['demand'], 'noteWatched'>;
  logger: LoggerService;
}

/** Reads pipelines and runs from the stored rows, and says which runs are on screen. */
export class DefaultRunReader implements RunReader {
  readonly #options: Options;

  static create(options: Options): RunReader {
    return new DefaultRunReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async entityRuns(
    entity: Entity,
    request: EntityRunsRequest,
  ): Promise<ViewBody<EntityRuns>> {
    const view = await readEntityRuns(this.#options, entity, request);
    const underWay = view.pipelines.flatMap(({ latest }) =>
      latest && !isRunOver(latest.status) ? [latest.id] : [],
    );
    const { demand, logger } = this.#options;
    await noteOnScreen(demand, logger, underWay.slice(0, MOST_WATCHED));
    return view;
  }

  list(
    request: RunListRequest & { entityRefs?: string[] },
  ): Promise<ViewBody<RunList>> {
    return listRuns(this.#options, request);
  }

  async run(id: string): Promise<ViewBody<RunDetails> | undefined> {
    const view = await readRun(this.#options, id);
    if (view && !isRunOver(view.run.status)) {
      const { demand, logger } = this.#options;
      await noteOnScreen(demand, logger, [id]);
    }
    return view;
  }

  pipelines(
    request: RunListRequest & { entityRefs?: string[] },
  ): Promise<ViewBody<PipelineList>> {
    return listPipelines(this.#options, request);
  }

  owners(): Promise<string[]> {
    return this.#options
      .knex('pipeline_match')
      .where('confirmed', true)
      .orderBy('entity_ref')
      .distinct()
      .pluck('entity_ref');
  }

  ownersOfRun(id: string): Promise<PipelineOwner[] | undefined> {
    const { knex } = this.#options;
    return selectOwners(
      knex('inventory_run as r')
        .where('r.hash', id)
        .leftJoin('pipeline_match as m', 'm.pipeline_id', 'r.pipeline_id'),
    );
  }

  ownersOfPipeline(id: string): Promise<PipelineOwner[] | undefined> {
    const { knex } = this.#options;
    return selectOwners(
      knex('inventory_pipeline as p')
        .where('p.hash', id)
        .leftJoin('pipeline_match as m', 'm.pipeline_id', 'p.id'),
    );
  }
}

async function selectOwners(
  query: Knex.QueryBuilder,
): Promise<PipelineOwner[] | undefined> {
  const rows = await query.select('m.entity_ref', 'm.confirmed');
  return rows.length === 0
    ? undefined
    : rows
        .filter((row: { entity_ref: string | null }) => row.entity_ref !== null)
        .map((row: { entity_ref: string; confirmed: boolean | number }) => ({
          entityRef: row.entity_ref,
          confirmed: Boolean(row.confirmed),
        }));
}
