import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { EntityRunsRequest } from '../../service/RunService';
import { selectByRank } from '../paging/selectByRank';
import { RunColumns, RUN_COLUMNS, toRunRecord } from './runColumns';
import { runQuery } from './runQuery';
import { EntityPipelineRecord } from './selectEntityPipelines';
import { selectPipelineEntities } from './selectPipelineEntities';

/** A page of the runs of pipelines, newest first, with how many there are and whose each pipeline is. */
export async function readEntityHistory(
  knex: Knex,
  pipelines: EntityPipelineRecord[],
  request: EntityRunsRequest,
) {
  const ids = pipelines.map(item => item.pipeline.id);
  const list = () => {
    const query = runQuery(knex).where(
      inList(knex, 'r.pipeline_id', ids, 'integer'),
    );
    return request.status
      ? query.where(inList(knex, 'r.status', request.status, 'text'))
      : query;
  };
  const [page, counted, entitiesOf] = await Promise.all([
    selectByRank<RunColumns>(
      {
        list,
        columns: RUN_COLUMNS,
        ranks: [],
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
    list().count({ total: '*' }).first(),
    selectPipelineEntities(knex, ids),
  ]);
  return {
    records: page.rows.map(toRunRecord),
    total: Number(counted?.total ?? 0),
    nextCursor: page.nextCursor,
    entitiesOf,
  };
}
