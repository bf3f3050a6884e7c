import {
  PipelineList,
  PipelineRow,
} from '@fairway/backstage-plugin-multicluster-common';
import { RunListRequest } from '../../service/RunService';
import { ViewBody } from '../../service/ViewBody';
import { selectByRank } from '../paging/selectByRank';
import { readFilter } from '../readFilter';
import { compileRunFilter } from '../runs/compileRunFilter';
import { coverageOfRuns } from '../runs/coverageOfRuns';
import { freshnessOfRuns } from '../runs/freshnessOfRuns';
import { RunViewOptions } from '../runs/RunViewOptions';
import { outrankedBy } from '../runs/outrankedBy';
import { readDeployedByLatest } from '../runs/readDeployedByLatest';
import { narrowToOwnPipelines } from '../runs/narrowToOwnPipelines';
import { RUN_COLUMNS } from '../runs/runColumns';
import { selectPipelineEntities } from '../runs/selectPipelineEntities';
import { toPipelineRun } from '../runs/toPipelineRun';
import { RunContext } from '../runs/toRunRow';
import { waitingGates } from '../runs/waitingGates';
import {
  PipelineWithRun,
  PipelineWithRunColumns,
  toPipelineWithRun,
} from './PipelineWithRun';
import { pipelineQuery } from './pipelineQuery';
import { pipelineRanks } from './pipelineRanks';
import { selectPipelinesIn } from './selectPipelinesIn';
import { toPipeline } from './toPipeline';

/** A page of pipelines: those that wait or are in trouble first, then by name. */
export async function listPipelines(
  options: RunViewOptions,
  request: RunListRequest & { entityRefs?: string[] },
): Promise<ViewBody<PipelineList>> {
  const { knex, environments, counter } = options;
  const { entityRefs } = request;
  const terms = readFilter(request.filter);
  const [health, pipelinesIn] = await Promise.all([
    options.health.read('runs'),
    selectPipelinesIn(knex, environments, terms),
  ]);
  const list = () => {
    const query = pipelineQuery(knex);
    narrowToOwnPipelines(knex, query, entityRefs);
    compileRunFilter(knex, query, terms, { pipelinesIn, entityRefs });
    return query;
  };
  const [page, counts] = await Promise.all([
    selectByRank<PipelineWithRunColumns>(
      {
        list,
        columns: RUN_COLUMNS,
        ranks: pipelineRanks(knex),
        order: { by: 'p.name', id: 'p.id', direction: 'asc', type: 'text' },
        keyOf: row => ({ by: row.pipeline_name, id: row.pipeline_id }),
      },
      request,
    ),
    counter.count(
      JSON.stringify(['pipelines', request.filter ?? '', entityRefs ?? null]),
      list,
      'p.lane_id',
      health,
    ),
  ]);
  const records = page.rows.map(toPipelineWithRun);
  const [entitiesOf, deployed] = await Promise.all([
    selectPipelineEntities(
      knex,
      records.map(({ pipeline }) => pipeline.id),
    ),
    readDeployedByLatest(
      options,
      records.flatMap(({ latest }) => latest ?? []),
    ),
  ]);
  const context = { ...options, lanes: health.lanes };
  const coverage = coverageOfRuns(
    counts,
    health,
    records.flatMap(({ pipeline: { source, agent } }) =>
      agent ? [{ source, agent }] : [],
    ),
  );
  return {
    ...(coverage.oldest && { observedAt: coverage.oldest }),
    coverage,
    items: records.map(record => ({
      ...toPipelineRow(record, entitiesOf(record.pipeline.id), context),
      ...outrankedBy(record.latest, deployed.get(record.latest?.id ?? -1)),
    })),
    total: counts.total,
    ...(page.nextCursor && { nextCursor: page.nextCursor }),
  };
}

function toPipelineRow(
  { pipeline, latest }: PipelineWithRun,
  entityRefs: string[],
  { environments, lanes, sources }: RunContext,
): PipelineRow {
  const environment = environments.ofPipeline({
    source: pipeline.source,
    name: pipeline.name,
    labels: pipeline.fact?.labels ?? {},
  });
  return {
    ...toPipeline(pipeline, sources),
    entityRefs,
    ...(environment && { environment }),
    freshness: freshnessOfRuns(
      {
        laneIds: [pipeline.laneId, latest?.laneId],
        agent: pipeline.agent,
        status: latest?.derived.status,
      },
      lanes,
    ),
    ...(latest && { latest: toPipelineRun(latest, sources) }),
    gatesWaiting: latest ? waitingGates(latest.derived).length : 0,
  };
}
