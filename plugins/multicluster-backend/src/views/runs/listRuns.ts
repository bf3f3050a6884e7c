import { RunList } from '@fairway/backstage-plugin-multicluster-common';
import { RunListRequest } from '../../service/RunService';
import { ViewBody } from '../../service/ViewBody';
import { selectByRank } from '../paging/selectByRank';
import { selectPipelinesIn } from '../pipelines/selectPipelinesIn';
import { readFilter } from '../readFilter';
import { compileRunFilter } from './compileRunFilter';
import { coverageOfRuns } from './coverageOfRuns';
import { narrowToOwnPipelines } from './narrowToOwnPipelines';
import { RunColumns, RUN_COLUMNS, toRunRecord } from './runColumns';
import { runQuery } from './runQuery';
import { readDeployedByLatest } from './readDeployedByLatest';
import { runRanks } from './runRanks';
import { selectPipelineEntities } from './selectPipelineEntities';
import { RunViewOptions } from './RunViewOptions';
import { toRunRow } from './toRunRow';

/** A page of runs: those that wait or are in trouble first, then the newest. */
export async function listRuns(
  options: RunViewOptions,
  request: RunListRequest & { entityRefs?: string[] },
): Promise<ViewBody<RunList>> {
  const { knex, environments, counter } = options;
  const { entityRefs } = request;
  const terms = readFilter(request.filter);
  const [health, pipelinesIn] = await Promise.all([
    options.health.read('runs'),
    selectPipelinesIn(knex, environments, terms),
  ]);
  const list = () => {
    const query = runQuery(knex);
    narrowToOwnPipelines(knex, query, entityRefs);
    compileRunFilter(knex, query, terms, { pipelinesIn, entityRefs });
    return query;
  };
  const [page, counts] = await Promise.all([
    selectByRank<RunColumns>(
      {
        list,
        columns: RUN_COLUMNS,
        ranks: runRanks(knex),
        order: {
          by: 'r.created_at',
          id: 'r.id',
          direction: 'desc',
          type: 'number',
        },
        keyOf: row => ({ by: Number(row.run_created_at), id: row.run_id }),
      },
      request,
    ),
    counter.count(
      JSON.stringify(['runs', request.filter ?? '', entityRefs ?? null]),
      list,
      'r.lane_id',
      health,
    ),
  ]);
  const records = page.rows.map(toRunRecord);
  const [entitiesOf, deployed] = await Promise.all([
    selectPipelineEntities(
      knex,
      records.map(record => record.pipeline.id),
    ),
    readDeployedByLatest(options, records),
  ]);
  const coverage = coverageOfRuns(counts, health);
  return {
    ...(coverage.oldest && { observedAt: coverage.oldest }),
    coverage,
    items: records.map(record =>
      toRunRow(
        record,
        entitiesOf(record.pipeline.id),
        { ...options, lanes: health.lanes },
        deployed.get(record.id),
      ),
    ),
    total: counts.total,
    ...(page.nextCursor && { nextCursor: page.nextCursor }),
  };
}
